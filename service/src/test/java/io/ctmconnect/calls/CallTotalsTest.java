package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.util.List;
import java.util.stream.Stream;

import static io.ctmconnect.ctm.CallStatus.ANSWERED;
import static io.ctmconnect.ctm.CallStatus.NO_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

class CallTotalsTest {
    @Test
    void noCallsHaveZerosEverywhere() {
        assertThat(CallTotals.of(CallSums.NONE)).isEqualTo(new CallTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void eachStatusIsCountedOnce() {
        List<CountedCall> calls =
                Stream.of(CallStatus.values()).map(CountedCalls::with).toList();

        assertThat(CallTotals.of(CountedCalls.sums(calls)))
                .isEqualTo(new CallTotals(8, 1, 5, 1, 1, 1, 1, 1, 7, 700, 100, 560, 80, 0.125));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "FAILED", "CANCELED", "VOICEMAIL"})
    void whatNobodyAnsweredIsMissedWhenItIsInbound(CallStatus status) {
        assertThat(missed(status, true)).isEqualTo(1);
        assertThat(missed(status, false)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NO_ANSWER", "BUSY", "FAILED", "CANCELED", "VOICEMAIL"},
            mode = Mode.EXCLUDE)
    void nothingElseIsMissed(CallStatus status) {
        assertThat(missed(status, true)).isZero();
    }

    private static long missed(CallStatus status, boolean inbound) {
        return CallTotals.of(CountedCalls.sums(List.of(CountedCalls.with(status, inbound, 1L, null))))
                .missedCalls();
    }

    @Test
    void averagesAreWholeSecondsOfCallsWithATiming() {
        CallTotals totals = CallTotals.of(CountedCalls.sums(List.of(
                CountedCalls.with(ANSWERED, true, 10L, null),
                CountedCalls.with(ANSWERED, true, 11L, null),
                CountedCalls.with(NO_ANSWER, true, null, null))));

        assertThat(totals.averageDuration()).isEqualTo(11);
        assertThat(totals.totalDuration()).isEqualTo(21);
        assertThat(totals.answerRate()).isEqualTo(0.6667);
    }

    @Test
    void sourcesAreOrderedByCallsThenName() {
        List<SourceTotals> sources = SourceTotals.of(GroupedSums.of(
                List.of(
                        CountedCalls.with(ANSWERED, true, 5L, "Bing"),
                        CountedCalls.with(ANSWERED, true, 5L, null),
                        CountedCalls.with(ANSWERED, true, 5L, "Apple"),
                        CountedCalls.with(NO_ANSWER, true, 5L, "Yelp"),
                        CountedCalls.with(ANSWERED, true, 6L, "Yelp")),
                CountedCalls::source));

        assertThat(sources)
                .containsExactly(
                        new SourceTotals("Yelp", 2, 1, 11),
                        new SourceTotals("Apple", 1, 1, 5),
                        new SourceTotals("Bing", 1, 1, 5),
                        new SourceTotals(null, 1, 1, 5));
    }
}
