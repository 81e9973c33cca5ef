package io.ctmconnect.callstore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the sweeps of one CTM account have found: the loss meter.
 *
 * @param lastAt when the last whole sweep ended; null before the first
 * @param lastDay the day, in the CTM account's time zone, on which it began
 * @param looked finished calls that it has looked at
 * @param missed calls among them of which a webhook should have told, and had not
 * @param missedInTotal such calls of all sweeps
 * @param lossyInARow whole sweeps, up to the last one, of which each has found such calls
 */
public record Sweeps(
        @Nullable Instant lastAt,
        @Nullable LocalDate lastDay,
        long looked,
        long missed,
        long missedInTotal,
        int lossyInARow) {
    /** Before the first sweep. */
    public static final Sweeps NONE = new Sweeps(null, null, 0, 0, 0, 0);

    /** So many sweeps with losses in a row are no accident: our decision. */
    private static final int UNHEALTHY = 3;

    /** Whether webhooks fail to tell of calls again and again. */
    public boolean isUnhealthy() {
        return lossyInARow >= UNHEALTHY;
    }

    /** These with more calls that webhooks have missed, found by a sweep that goes on. */
    public Sweeps plusMissed(long more) {
        return new Sweeps(lastAt, lastDay, looked, missed, missedInTotal + more, lossyInARow);
    }

    /** These after a whole sweep; what it has missed is in the total already. */
    public Sweeps swept(Instant at, LocalDate day, long lookedAt, long foundMissed) {
        return new Sweeps(at, day, lookedAt, foundMissed, missedInTotal, foundMissed > 0 ? lossyInARow + 1 : 0);
    }
}
