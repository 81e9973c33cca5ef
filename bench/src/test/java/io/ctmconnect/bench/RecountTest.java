package io.ctmconnect.bench;

import io.ctmconnect.bench.PlannedCall.Moment;
import io.ctmconnect.bench.PlannedCall.Outcome;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RecountTest {
    private static PlannedCall call(boolean inbound, Outcome outcome, long start, Moment first, Moment... others) {
        return new PlannedCall("482913", start, inbound, outcome, 10, start, EnumSet.of(first, others));
    }

    @Test
    void callsThatHaveEndedCountByTheirOutcome() {
        Recount recount = Recount.of(List.of(
                call(true, Outcome.ANSWERED, 100, Moment.START, Moment.END),
                call(true, Outcome.VOICEMAIL, 400, Moment.END),
                call(true, Outcome.FAILED, 300, Moment.END),
                call(false, Outcome.CANCELED, 200, Moment.END)));

        assertThat(recount).isEqualTo(new Recount(4, 1, 2, 1, 1, 40, 10, Instant.ofEpochSecond(400)));
    }

    @Test
    void aCallThatGoesOnIsACallAndNoMore() {
        Recount recount = Recount.of(List.of(call(true, Outcome.FAILED, 100, Moment.START)));

        assertThat(recount).isEqualTo(new Recount(1, 0, 0, 0, 0, 0, 0, Instant.ofEpochSecond(100)));
    }

    @Test
    void aCorrectionSaysTheDuration() {
        Recount recount = Recount.of(List.of(
                call(true, Outcome.ANSWERED, 100, Moment.END, Moment.CORRECTION),
                call(true, Outcome.ANSWERED, 90, Moment.END),
                call(true, Outcome.ANSWERED, 80, Moment.START)));

        assertThat(recount).isEqualTo(new Recount(3, 2, 0, 0, 0, 27, 14, Instant.ofEpochSecond(100)));
    }

    @Test
    void aCampaignsMetricsAreReadAsTheyAre() {
        assertThat(Recount.of(new Document())).isEqualTo(Recount.of(List.of()));
        assertThat(Recount.of(new Document("total_calls", 3L)
                        .append("answered_calls", 2)
                        .append("total_duration", 27L)
                        .append("average_duration", 14L)
                        .append("last_call_at", Date.from(Instant.ofEpochSecond(100)))))
                .isEqualTo(new Recount(3, 2, 0, 0, 0, 27, 14, Instant.ofEpochSecond(100)));
    }
}
