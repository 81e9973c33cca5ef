package io.ctmconnect.reconciliation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Days of a CTM account's own time zone, by which CTM searches. Where the zone is not known, they are as many as it takes
 * with any zone.
 *
 * @param first the first
 * @param last the last, included
 */
record Days(LocalDate first, LocalDate last) {
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /**
     * What a sweep reads: up to now, from a whole day before the last sweep's day on, so that what was left to the next
     * sweep, and what CTM has listed late, is in it.
     *
     * @param lastSwept the day on which the last sweep began; null before the first
     */
    static Days ofSweep(Instant now, Optional<ZoneId> zone, @Nullable LocalDate lastSwept) {
        LocalDate today = earliestToday(now, zone);
        LocalDate swept = lastSwept == null || lastSwept.isAfter(today) ? today : lastSwept;
        return new Days(swept.minusDays(1), latestToday(now, zone));
    }

    /** The account's day, or the earliest that it can be. */
    static LocalDate earliestToday(Instant now, Optional<ZoneId> zone) {
        return LocalDate.ofInstant(now, zone.orElse(WESTERNMOST));
    }

    /** The account's day, or the latest that it can be. */
    static LocalDate latestToday(Instant now, Optional<ZoneId> zone) {
        return LocalDate.ofInstant(now, zone.orElse(EASTERNMOST));
    }
}
