package io.ctmconnect.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ctmconnect.callstore.CallStanding;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import static io.ctmconnect.webhooks.CallEventKind.COMPLETED;
import static io.ctmconnect.webhooks.CallEventKind.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

/** What a webhook should have told of, and what is missed. */
class CoverageTest {
    private static final Instant SINCE = Instant.parse("2026-03-17T13:00:00.700Z");
    private static final ObjectId CAMPAIGN = new ObjectId();
    private static final ObjectId ANOTHER = new ObjectId();

    private static Subscription to(Map<CallEventKind, Instant> since) {
        Map<CallEventKind, String> webhooks = new EnumMap<>(CallEventKind.class);
        since.keySet().forEach(kind -> webhooks.put(kind, "1"));
        return new Subscription(
                CAMPAIGN, new ObjectId(), new ObjectId(), "482913", Secret.of("token"), webhooks, since, 1);
    }

    private static Call callAt(Instant start) {
        return new Call(JsonNodeFactory.instance
                .objectNode()
                .put("id", 1)
                .put("direction", "inbound")
                .put("call_status", "answered")
                .put("unix_time", start.getEpochSecond()));
    }

    private static final Call AFTER = callAt(SINCE.plusSeconds(1));
    private static final Call IN_THAT_SECOND = callAt(SINCE);
    private static final Call BEFORE = callAt(SINCE.minusSeconds(1));

    @Test
    void aCallThatIsNotStoredIsMissed() {
        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE)), AFTER, null)).contains(COMPLETED);
        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE)), IN_THAT_SECOND, null))
                .contains(COMPLETED);
        assertThat(Coverage.missed(to(Map.of(RECEIVED, SINCE)), AFTER, null)).contains(RECEIVED);
        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE, RECEIVED, SINCE)), AFTER, null))
                .contains(COMPLETED);
    }

    @Test
    void whatBeganBeforeTheWebhookWasThereIsNotMissed() {
        Subscription subscription = to(Map.of(COMPLETED, SINCE, RECEIVED, SINCE));

        assertThat(Coverage.missed(subscription, BEFORE, null)).isEmpty();
        assertThat(Coverage.isCovered(subscription, BEFORE)).isFalse();
        assertThat(Coverage.isCovered(subscription, IN_THAT_SECOND)).isTrue();
    }

    @Test
    void anEventThatWasSubscribedLaterIsMissedFromThenOnOnly() {
        Subscription subscription = to(Map.of(RECEIVED, SINCE.minusSeconds(60), COMPLETED, SINCE));

        assertThat(Coverage.missed(subscription, BEFORE, null)).contains(RECEIVED);
        assertThat(Coverage.missed(subscription, AFTER, null)).contains(COMPLETED);
    }

    @Test
    void anEndIsMissedWhereOnlyTheBeginningIsStored() {
        CallStanding begun = new CallStanding(Set.of(CAMPAIGN), Set.of());

        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE)), AFTER, begun)).contains(COMPLETED);
        assertThat(Coverage.missed(to(Map.of(RECEIVED, SINCE)), AFTER, begun)).isEmpty();
    }

    @Test
    void anEndThatOnlyAnotherCampaignWasToldOfIsMissed() {
        CallStanding ended = new CallStanding(Set.of(CAMPAIGN, ANOTHER), Set.of(ANOTHER));

        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE, RECEIVED, SINCE)), AFTER, ended))
                .contains(COMPLETED);
    }

    @Test
    void whatIsStoredForOthersIsMissedByThisCampaign() {
        for (CallStanding stored : new CallStanding[] {
            new CallStanding(Set.of(), Set.of()), new CallStanding(Set.of(ANOTHER), Set.of(ANOTHER))
        }) {
            assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE)), AFTER, stored))
                    .contains(COMPLETED);
            assertThat(Coverage.missed(to(Map.of(RECEIVED, SINCE)), AFTER, stored))
                    .contains(RECEIVED);
        }
    }

    @Test
    void whatIsCountedAndFinishedIsNotMissed() {
        CallStanding whole = new CallStanding(Set.of(CAMPAIGN, ANOTHER), Set.of(CAMPAIGN));

        assertThat(Coverage.missed(to(Map.of(COMPLETED, SINCE, RECEIVED, SINCE)), AFTER, whole))
                .isEmpty();
    }

    @Test
    void aCallWithoutAStartIsNobodys() {
        Call call = new Call(JsonNodeFactory.instance.objectNode().put("id", 1));

        assertThat(Coverage.isCovered(to(Map.of(COMPLETED, SINCE)), call)).isFalse();
    }
}
