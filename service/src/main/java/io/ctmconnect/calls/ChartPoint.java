package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The calls of one bucket of a chart.
 *
 * @param date its first day, {@code YYYY-MM-DD}, which for the first week or month may lie before the window; of an hour
 *     its first moment, in local time with the offset from UTC
 * @param missedCalls finished inbound calls that nobody answered
 * @param totalDuration seconds, of finished calls
 * @param averageDuration seconds a finished call, rounded half up to whole ones; 0 without calls
 */
record ChartPoint(
        @Schema(examples = "2026-03-17") String date,
        @Schema(examples = "12") long totalCalls,
        @Schema(examples = "8") long answeredCalls,
        @Schema(examples = "3") long missedCalls,
        @Schema(examples = "1536") long totalDuration,
        @Schema(examples = "128") long averageDuration) {

    static ChartPoint of(String date, CallSums sums) {
        return new ChartPoint(
                date,
                sums.calls(),
                sums.calls(CallStatus.ANSWERED),
                sums.missed(),
                sums.duration().sum(),
                sums.duration().average());
    }
}
