package io.ctmconnect.calls;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buckets of a chart, by their labels. Days are calendar days, and a call is in the one that CTM gives it, as in the
 * list. Hours are counted from the day's first moment, so that a day has as many as pass in it: 23 or 25 when clocks change.
 */
record Buckets(ChartInterval interval, DayWindow window, ZoneId zone) {
    private static final long HOUR = 3600;
    private static final DateTimeFormatter HOUR_LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** All labels, ascending. */
    List<String> labels() {
        return window.days().flatMap(this::labels).distinct().toList();
    }

    private Stream<String> labels(LocalDate day) {
        return interval == ChartInterval.HOUR
                ? Stream.iterate(first(day), hour -> hour.isBefore(end(day)), hour -> hour.plusSeconds(HOUR))
                        .map(this::label)
                : Stream.of(label(day));
    }

    /** Where a call belongs; empty when CTM does not say when it began. */
    Optional<String> labelOf(CountedCall call) {
        return call.dayIn(zone)
                .filter(window::contains)
                .flatMap(day -> interval == ChartInterval.HOUR ? hour(day, call.start()) : Optional.of(label(day)));
    }

    /** The hour within the day; the nearest one, should CTM's day and CTM's time contradict each other. */
    private Optional<String> hour(LocalDate day, @Nullable Instant start) {
        Instant first = first(day);
        Instant end = end(day);
        if (start == null || !first.isBefore(end)) {
            return Optional.empty();
        }
        Instant within = start.isBefore(first) ? first : start.isBefore(end) ? start : end.minusSeconds(1);
        long hours = (within.getEpochSecond() - first.getEpochSecond()) / HOUR;
        return Optional.of(label(first.plusSeconds(hours * HOUR)));
    }

    private Instant first(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant end(LocalDate day) {
        return first(day.plusDays(1));
    }

    private String label(LocalDate day) {
        return interval.firstDay(day).toString();
    }

    private String label(Instant hour) {
        return HOUR_LABEL.format(hour.atZone(zone));
    }
}
