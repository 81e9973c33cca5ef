package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * The calls of one source.
 *
 * @param source its name; null for calls without a source
 * @param totalDuration seconds, of finished calls
 */
record SourceTotals(
        @Schema(examples = "Google Ads") @Nullable String source,
        @Schema(examples = "21") long totalCalls,
        @Schema(examples = "16") long answeredCalls,
        @Schema(examples = "2650") long totalDuration) {

    private static final Comparator<SourceTotals> MOST_CALLS_FIRST = Comparator.comparingLong(SourceTotals::totalCalls)
            .reversed()
            .thenComparing(SourceTotals::source, Comparator.nullsLast(Comparator.naturalOrder()));

    /** One for each source: most calls first, then by name. */
    static List<SourceTotals> of(GroupedSums bySource) {
        return bySource.byWord().entrySet().stream()
                .map(source -> of(source.getKey().orElse(null), source.getValue()))
                .sorted(MOST_CALLS_FIRST)
                .toList();
    }

    private static SourceTotals of(@Nullable String source, CallSums sums) {
        return new SourceTotals(
                source,
                sums.calls(),
                sums.calls(CallStatus.ANSWERED),
                sums.duration().sum());
    }
}
