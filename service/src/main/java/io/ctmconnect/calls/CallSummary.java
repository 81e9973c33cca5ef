package io.ctmconnect.calls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The totals of a window, beside those of the window before.
 *
 * @param startDate first day in the CTM account's time zone
 * @param endDate last day, included
 * @param timezone the CTM account's, by IANA's name; an offset from UTC when CTM names none that is known
 * @param totals written among the other fields
 * @param previous the totals of as many days right before {@code startDate}
 * @param bySource most calls first, then by name
 * @param complete false when {@code totals} or {@code previous} do not count every call
 * @param reason why it is not complete; null when it is
 * @param asOf when CTM was asked for the calls, for the oldest of its answers; calls that began later may be missing
 */
record CallSummary(
        @Schema(examples = "2026-03-02") LocalDate startDate,
        @Schema(examples = "2026-03-31") LocalDate endDate,
        @Schema(examples = "America/New_York") String timezone,
        @JsonUnwrapped CallTotals totals,
        CallTotals previous,
        List<SourceTotals> bySource,
        @Schema(examples = "true") boolean complete,
        @Nullable String reason,
        @Schema(examples = "2026-03-31T18:04:11Z") Instant asOf) {

    /** @param read by the names of the sources, as is {@code before} */
    static CallSummary of(ReportBasis basis, ReadRows<GroupedSums> read, ReadRows<GroupedSums> before) {
        String reason = read.shortfall()
                .or(() -> before.shortfall().map(shortfall -> "in the period before, " + shortfall))
                .orElse(null);
        return new CallSummary(
                basis.window().start(),
                basis.window().end(),
                basis.zone().getId(),
                CallTotals.of(read.calls().total()),
                CallTotals.of(before.calls().total()),
                SourceTotals.of(read.calls()),
                reason == null,
                reason,
                basis.asOf());
    }
}
