package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The sums over some calls. A call that goes on counts in {@code totalCalls} and nowhere else.
 *
 * @param totalCalls all calls
 * @param answeredCalls answered ones, in either direction; so are the five that follow {@code missedCalls}
 * @param missedCalls finished inbound calls that nobody answered: no-answer, busy, failed, canceled and voicemail
 * @param firstTimeCallers calls of a number that had not called before
 * @param totalDuration seconds, ringing included
 * @param averageDuration seconds a finished call whose duration CTM gives, rounded half up to whole ones; 0 without calls
 * @param totalTalkTime seconds
 * @param averageTalkTime seconds a finished call whose talk time CTM gives, rounded likewise
 * @param answerRate {@code answeredCalls / totalCalls}, from 0 to 1, rounded half up to 4 digits; 0 without calls
 */
record CallTotals(
        @Schema(examples = "42") long totalCalls,
        @Schema(examples = "30") long answeredCalls,
        @Schema(examples = "9") long missedCalls,
        @Schema(examples = "1") long failedCalls,
        @Schema(examples = "6") long noAnswerCalls,
        @Schema(examples = "1") long canceledCalls,
        @Schema(examples = "1") long busyCalls,
        @Schema(examples = "2") long voicemailCalls,
        @Schema(examples = "17") long firstTimeCallers,
        @Schema(examples = "5376") long totalDuration,
        @Schema(examples = "128") long averageDuration,
        @Schema(examples = "4704") long totalTalkTime,
        @Schema(examples = "112") long averageTalkTime,
        @Schema(examples = "0.7143") double answerRate) {

    private static final int RATE_DIGITS = 4;

    static CallTotals of(List<CountedCall> calls) {
        List<CountedCall> finished =
                calls.stream().filter(call -> !call.isInProgress()).toList();
        List<Long> durations = seconds(finished, CountedCall::duration);
        List<Long> talkTimes = seconds(finished, CountedCall::talkTime);
        long answered = count(calls, CallStatus.ANSWERED);
        return new CallTotals(
                calls.size(),
                answered,
                calls.stream().filter(CountedCall::isMissed).count(),
                count(calls, CallStatus.FAILED),
                count(calls, CallStatus.NO_ANSWER),
                count(calls, CallStatus.CANCELED),
                count(calls, CallStatus.BUSY),
                count(calls, CallStatus.VOICEMAIL),
                finished.stream().filter(CountedCall::isFirst).count(),
                sum(durations),
                average(durations),
                sum(talkTimes),
                average(talkTimes),
                ratio(answered, calls.size(), RATE_DIGITS).doubleValue());
    }

    private static long count(List<CountedCall> calls, CallStatus status) {
        return calls.stream().filter(call -> call.status() == status).count();
    }

    private static List<Long> seconds(List<CountedCall> calls, Function<CountedCall, @Nullable Long> field) {
        return calls.stream().map(field).filter(Objects::nonNull).toList();
    }

    private static long sum(List<Long> seconds) {
        return seconds.stream().mapToLong(Long::longValue).sum();
    }

    private static long average(List<Long> seconds) {
        return ratio(sum(seconds), seconds.size(), 0).longValue();
    }

    private static BigDecimal ratio(long part, long whole, int digits) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
