package io.ctmconnect.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The calls of a window by hours, days, weeks or months.
 *
 * @param interval how long a bucket is
 * @param startDate first day in the CTM account's time zone
 * @param endDate last day, included
 * @param timezone the CTM account's, by IANA's name; an offset from UTC when CTM names none that is known
 * @param series every bucket of the window, ascending, also without calls
 * @param complete false when the series does not count every call
 * @param reason why it is not complete; null when it is
 * @param asOf when CTM was asked for the calls, for the oldest of its answers; calls that began later may be missing
 */
record CallChart(
        @Schema(enumeration = {"hour", "day", "week", "month"})
        String interval,

        @Schema(examples = "2026-03-02") LocalDate startDate,
        @Schema(examples = "2026-03-31") LocalDate endDate,
        @Schema(examples = "America/New_York") String timezone,
        List<ChartPoint> series,
        @Schema(examples = "true") boolean complete,
        @Nullable String reason,
        @Schema(examples = "2026-03-31T18:04:11Z") Instant asOf) {

    /** @param read by the labels of the buckets */
    static CallChart of(Buckets buckets, Instant asOf, ReadRows<GroupedSums> read) {
        GroupedSums byLabel = read.calls();
        String reason = read.shortfall()
                .or(() -> unplaced(byLabel.under(Optional.empty())))
                .orElse(null);
        return new CallChart(
                buckets.interval().wire(),
                buckets.window().start(),
                buckets.window().end(),
                buckets.zone().getId(),
                buckets.labels().stream()
                        .map(label -> ChartPoint.of(label, byLabel.under(Optional.of(label))))
                        .toList(),
                reason == null,
                reason,
                asOf);
    }

    private static Optional<String> unplaced(CallSums sums) {
        return sums.calls() == 0
                ? Optional.empty()
                : Optional.of("CallTrackingMetrics does not say when " + sums.calls() + " of the calls began");
    }
}
