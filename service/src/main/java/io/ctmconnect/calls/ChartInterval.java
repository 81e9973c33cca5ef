package io.ctmconnect.calls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/** How long a bucket of a chart is. */
enum ChartInterval {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    static final List<ChartInterval> ALL = List.of(values());

    /** The word on the wire. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the bucket that a day is in: of a week its Monday. */
    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
