package io.ctmconnect.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    static List<SourceTotals> of(List<CountedCall> calls) {
        return calls.stream()
                .collect(Collectors.groupingBy(call -> Optional.ofNullable(call.source())))
                .entrySet()
                .stream()
                .map(group -> of(group.getKey().orElse(null), CallTotals.of(group.getValue())))
                .sorted(MOST_CALLS_FIRST)
                .toList();
    }

    private static SourceTotals of(@Nullable String source, CallTotals totals) {
        return new SourceTotals(source, totals.totalCalls(), totals.answeredCalls(), totals.totalDuration());
    }
}
