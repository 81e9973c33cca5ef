package io.ctmconnect.calls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    Stream<LocalDate> days() {
        return start.datesUntil(end.plusDays(1));
    }
}
