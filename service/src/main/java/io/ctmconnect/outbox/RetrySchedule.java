package io.ctmconnect.outbox;

import java.time.Duration;
import java.util.Optional;

/** How long a row waits for its next attempt. */
final class RetrySchedule {
    /** After so many failed attempts a row is parked. */
    static final int ATTEMPTS = 6;

    /** Added to every wait, up to this part of it, so that rows that failed together do not come back together. */
    private static final double JITTER = 0.25;

    private RetrySchedule() {}

    /**
     * The wait after a failed attempt; empty when it was the last.
     *
     * @param attempt the number of the one that failed, from 1
     * @param random from 0 to 1: how much of the jitter is added
     */
    static Optional<Duration> after(int attempt, double random) {
        Duration wait = switch (attempt) {
            case 1 -> Duration.ofSeconds(5);
            case 2 -> Duration.ofSeconds(30);
            case 3 -> Duration.ofMinutes(5);
            case 4 -> Duration.ofMinutes(30);
            case 5 -> Duration.ofHours(2);
            default -> Duration.ZERO;
        };
        return Optional.of(wait)
                .filter(Duration::isPositive)
                .map(some -> some.plusMillis((long) (some.toMillis() * JITTER * random)));
    }
}
