package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.world.Activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The time of a call, from a first second to before an end.
 *
 * @param from epoch seconds, inclusive
 * @param to epoch seconds, exclusive
 */
record TimeSpan(long from, long to) implements Predicate<Activity> {

    /**
     * {@code start_date} and {@code end_date}, both inclusive, as days of the account's zone, or to the second when
     * {@code with_time} is 1 and they carry a time; else the words of {@code time_duration}. An unreadable date is no
     * limit.
     */
    static TimeSpan of(Params params, ZoneId zone, Instant now) {
        boolean timed = params.text("with_time").equals("1");
        Optional<Moment> start = Moment.read(params.text("start_date"), zone, timed);
        Optional<Moment> end = Moment.read(params.text("end_date"), zone, timed);
        if (start.isEmpty() && end.isEmpty()) {
            return named(params.text("time_duration"), LocalDate.ofInstant(now, zone), zone);
        }
        return new TimeSpan(
                start.map(moment -> epoch(moment.begins())).orElse(Long.MIN_VALUE),
                end.map(moment -> epoch(moment.ends())).orElse(Long.MAX_VALUE));
    }

    private static TimeSpan named(String word, LocalDate today, ZoneId zone) {
        LocalDate firstOfMonth = today.withDayOfMonth(1);
        return switch (word) {
            case "today" -> days(today, today, zone);
            case "yesterday" -> days(today.minusDays(1), today.minusDays(1), zone);
            case "last7" -> days(today.minusDays(6), today, zone);
            case "last30" -> days(today.minusDays(29), today, zone);
            case "thismonth" -> days(firstOfMonth, today, zone);
            case "lastmonth" -> days(firstOfMonth.minusMonths(1), firstOfMonth.minusDays(1), zone);
            default -> new TimeSpan(Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }

    private static TimeSpan days(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeSpan(
                epoch(first.atStartOfDay(zone)), epoch(last.plusDays(1).atStartOfDay(zone)));
    }

    private static long epoch(ZonedDateTime time) {
        return time.toEpochSecond();
    }

    @Override
    public boolean test(Activity activity) {
        return activity.unixTime() >= from && activity.unixTime() < to;
    }
}
