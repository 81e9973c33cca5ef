package io.ctmconnect.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * @param asOf when the calls were read; calls that began later may be missing
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

    static CallChart of(ReportBasis basis, ChartInterval interval, WindowRows<CountedCall> rows) {
        Buckets buckets = new Buckets(interval, basis.window(), basis.zone());
        Map<Optional<String>, List<CountedCall>> byLabel =
                rows.rows().stream().collect(Collectors.groupingBy(buckets::labelOf));
        String reason = rows.shortfall()
                .or(() -> unplaced(byLabel.getOrDefault(Optional.empty(), List.of())))
                .orElse(null);
        return new CallChart(
                interval.wire(),
                basis.window().start(),
                basis.window().end(),
                basis.zone().getId(),
                buckets.labels().stream()
                        .map(label -> ChartPoint.of(label, byLabel.getOrDefault(Optional.of(label), List.of())))
                        .toList(),
                reason == null,
                reason,
                basis.asOf());
    }

    private static Optional<String> unplaced(List<CountedCall> calls) {
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of("CallTrackingMetrics does not say when " + calls.size() + " of the calls began");
    }
}
