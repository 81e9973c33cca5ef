package io.ctmconnect.sandbox.seed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When an account is called on one local day: mostly in working hours, quiet on weekends, now and then at midnight. */
final class DayPlan {

    /** How often each hour of the day is drawn, from midnight on. */
    private static final int[] BY_HOUR = {
        1, 0, 0, 0, 0, 1, 2, 6, 14, 22, 24, 20, 14, 18, 22, 22, 18, 12, 8, 5, 3, 2, 1, 1
    };

    private static final int ALL = 216;

    private DayPlan() {}

    /** The times of a day, earliest first. */
    static List<Instant> times(Profile profile, LocalDate day, long seed) {
        ZoneId zone = profile.account().zone();
        Random dice =
                Dice.of(seed, day.toEpochDay() * 1_000_003 + profile.account().id());
        int count = count(profile.perWeekday(), day.getDayOfWeek(), dice);
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(day.atTime(time(dice)).atZone(zone).toInstant());
        }
        if (count > 0 && day.getDayOfMonth() % 5 == 0) {
            atMidnight(times, day, zone);
        }
        return times.stream().sorted().toList();
    }

    private static int count(int perWeekday, DayOfWeek day, Random dice) {
        int percent = switch (day) {
            case MONDAY -> 120;
            case TUESDAY, WEDNESDAY, THURSDAY -> 105;
            case FRIDAY -> 90;
            case SATURDAY -> 45;
            case SUNDAY -> 20;
        };
        return perWeekday * (percent * (80 + dice.nextInt(41))) / 10_000;
    }

    private static LocalTime time(Random dice) {
        int left = dice.nextInt(ALL);
        int hour = 0;
        while (left >= BY_HOUR[hour]) {
            left -= BY_HOUR[hour];
            hour++;
        }
        return LocalTime.of(hour, dice.nextInt(60), dice.nextInt(60));
    }

    /** The last second of the day and the first, the first twice so that two rows share it. */
    private static void atMidnight(List<Instant> times, LocalDate day, ZoneId zone) {
        Instant first = day.atStartOfDay(zone).toInstant();
        times.add(first);
        times.add(first);
        times.add(day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
    }
}
