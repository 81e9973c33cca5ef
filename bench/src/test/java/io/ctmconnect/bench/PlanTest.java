package io.ctmconnect.bench;

import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTest {
    private static final List<Campaign> CAMPAIGNS = List.of(
            new Campaign(new ObjectId(), "482913", "a"),
            new Campaign(new ObjectId(), "482914", "b"),
            new Campaign(new ObjectId(), "482914", "c"));

    private final Plan plan = Plan.of(CAMPAIGNS, 1_000, new Random(5));

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(Plan.of(CAMPAIGNS, 1_000, new Random(5))).isEqualTo(plan);
        assertThat(Plan.of(CAMPAIGNS, 1_000, new Random(6))).isNotEqualTo(plan);
    }

    @Test
    void everyFifthEventIsSentTwice() {
        int different = plan.different().size();

        assertThat(different).isBetween(1_000, 1_005);
        assertThat(plan.shipments()).hasSize(different + different / 5);
    }

    @Test
    void everyEventOfACallGoesToEveryCampaignOfItsCtmAccount() {
        for (Campaign campaign : CAMPAIGNS) {
            List<String> bodies = plan.of(campaign).stream()
                    .flatMap(call -> call.moments().stream().map(call::body))
                    .toList();

            assertThat(plan.different().stream()
                            .filter(shipment -> shipment.campaign().equals(campaign))
                            .map(Plan.Shipment::body))
                    .containsExactlyInAnyOrderElementsOf(bodies);
        }
    }

    @Test
    void theOrderIsNotThatOfTheCalls() {
        List<String> bodies = plan.shipments().stream().map(Plan.Shipment::body).toList();

        assertThat(bodies.subList(0, 50))
                .isNotEqualTo(bodies.stream().sorted().toList().subList(0, 50));
    }
}
