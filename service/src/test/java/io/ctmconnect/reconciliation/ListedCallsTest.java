package io.ctmconnect.reconciliation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.ctm.Call;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** When a call's webhook is not on its way any more. */
class ListedCallsTest {
    private static final Instant START = Instant.parse("2026-03-17T13:42:31Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static ObjectNode ended() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", 1)
                .put("direction", "inbound")
                .put("call_status", "answered");
    }

    private static boolean isSettled(ObjectNode call, Instant now) {
        return ListedCalls.isSettled(new Call(call), now, GRACE);
    }

    @Property
    void itIsTheGraceAfterTheEnd(
            @ForAll @IntRange(max = 4000) int duration, @ForAll @IntRange(min = -300, max = 300) int after) {
        ObjectNode call = ended().put("unix_time", START.getEpochSecond()).put("duration", duration);
        Instant now = START.plusSeconds(duration).plus(GRACE).plusSeconds(after);

        assertThat(isSettled(call, now)).isEqualTo(after >= 0);
    }

    @Test
    void aCallThatGoesOnIsNeverSettled() {
        ObjectNode call = ended().put("call_status", "in progress").put("unix_time", START.getEpochSecond());

        assertThat(isSettled(call, START.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void anEndThatCtmHasWrittenDownIsNoLaterThanThat() {
        ObjectNode call = ended().put("unix_time", START.getEpochSecond())
                .put("duration", 3600)
                .put("indexed_at", START.getEpochSecond() + 10.5);

        assertThat(isSettled(call, START.plusSeconds(10).plus(GRACE))).isFalse();
        assertThat(isSettled(call, START.plusSeconds(11).plus(GRACE))).isTrue();
    }

    @Test
    void aCallThatWasIndexedAnewLaterHasNotEndedLater() {
        ObjectNode call = ended().put("unix_time", START.getEpochSecond())
                .put("duration", 60)
                .put("indexed_at", START.getEpochSecond() + 7200.0);

        assertThat(isSettled(call, START.plusSeconds(60).plus(GRACE))).isTrue();
    }

    @Test
    void withoutAnyTimeItIsSettled() {
        assertThat(isSettled(ended(), START)).isTrue();
    }
}
