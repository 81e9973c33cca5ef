package io.ctmconnect.calls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Days of the CTM account's time zone.
 *
 * @param start the first
 * @param end the last, included
 */
record DayWindow(LocalDate start, LocalDate end) {
    long length() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    /** As many days, right before. */
    DayWindow previous() {
        return new DayWindow(start.minusDays(length()), start.minusDays(1));
    }

    /** Cuts it into so many parts, but none of less than a day; the newest first. */
    List<DayWindow> slices(long wanted) {
        long parts = Math.max(1, Math.min(wanted, length()));
        return LongStream.range(0, parts)
                .mapToObj(part -> new DayWindow(
                        start.plusDays(length() * part / parts), start.plusDays(length() * (part + 1) / parts - 1)))
                .toList()
                .reversed();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    Stream<LocalDate> days() {
        return start.datesUntil(end.plusDays(1));
    }
}
