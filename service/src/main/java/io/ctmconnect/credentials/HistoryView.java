package io.ctmconnect.credentials;

import io.ctmconnect.callstore.History;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How far the past calls of the chosen CTM accounts are stored. Days are those of the CTM account's time zone.
 *
 * @param status {@code running}, {@code complete}, or {@code off} when nothing is to be read
 * @param from the first day; null before reading has begun
 * @param reached the day down to which calls are stored, in every chosen CTM account; null before reading has begun
 * @param calls phone calls on the days that were read
 * @param unsureDays days of which CTM has not given all the calls that it counts
 */
record HistoryView(
        @Schema(
                enumeration = {"running", "complete", "off"},
                examples = "running")
        String status,

        @Schema(examples = "2025-02-17") @Nullable LocalDate from,
        @Schema(examples = "2025-11-02") @Nullable LocalDate reached,
        @Schema(examples = "8123") long calls,
        @Schema(examples = "0") int unsureDays) {
    static final HistoryView OFF = new HistoryView("off", null, null, 0, 0);

    /** @param histories of the chosen CTM accounts; none shortly after a config was saved */
    static HistoryView of(List<History> histories) {
        boolean isComplete = !histories.isEmpty() && histories.stream().allMatch(History::isComplete);
        boolean allBegun = histories.stream().allMatch(history -> history.reached() != null);
        return new HistoryView(
                isComplete ? "complete" : "running",
                histories.stream()
                        .map(History::from)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                allBegun
                        ? histories.stream()
                                .map(History::reached)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                histories.stream().mapToLong(History::calls).sum(),
                histories.stream().mapToInt(History::unsureDays).sum());
    }
}
