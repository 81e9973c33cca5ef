package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    static CallTotals of(CallSums sums) {
        long calls = sums.calls();
        long answered = sums.calls(CallStatus.ANSWERED);
        return new CallTotals(
                calls,
                answered,
                sums.missed(),
                sums.calls(CallStatus.FAILED),
                sums.calls(CallStatus.NO_ANSWER),
                sums.calls(CallStatus.CANCELED),
                sums.calls(CallStatus.BUSY),
                sums.calls(CallStatus.VOICEMAIL),
                sums.firstTime(),
                sums.duration().sum(),
                sums.duration().average(),
                sums.talkTime().sum(),
                sums.talkTime().average(),
                Seconds.ratio(answered, calls, RATE_DIGITS).doubleValue());
    }
}
