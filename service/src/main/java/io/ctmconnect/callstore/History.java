package io.ctmconnect.callstore;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How far back one CTM account was read, the newest day first. Days are those of the CTM account's time zone.
 *
 * @param from the last day to be read; null before the first one was read
 * @param reached the day that was read last; null before the first one
 * @param calls phone calls on the days that were read
 * @param unsureDays days of which CTM has not given all the calls that it counts
 */
public record History(@Nullable LocalDate from, @Nullable LocalDate reached, long calls, int unsureDays) {
    /** Nothing is read yet. */
    public static final History UNREAD = new History(null, null, 0, 0);

    /** Whether every day is read. */
    public boolean isComplete() {
        return from != null && reached != null && !reached.isAfter(from);
    }

    /** The day to be read next: the one before the last one, or today. */
    public LocalDate next(LocalDate today) {
        return reached == null ? today : reached.minusDays(1);
    }

    /**
     * This with the {@link #next} day read.
     *
     * @param months how far back, counted from the first day that was read
     */
    public History read(LocalDate day, int months, long callsOfDay, boolean isSure) {
        return new History(
                from == null ? day.minusMonths(months) : from, day, calls + callsOfDay, unsureDays + (isSure ? 0 : 1));
    }
}
