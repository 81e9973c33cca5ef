package io.ctmconnect.ctm;

import java.time.Duration;

/**
 * Stops asking what fails again and again: after {@link #FAILURES} failures in a row it is open for a while, then lets one
 * request try. Its answer closes it, its failure opens it anew. Guarded by its {@link Traffic}.
 */
final class Breaker {
    /**
     * Failed tries without an answer in between. Our decision: a report whose four threads fail twice each shall have its
     * third tries.
     */
    static final int FAILURES = 10;

    /** While a trial is under way nobody knows how long it takes. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final long openFor;
    private int failures;
    private boolean open;
    private boolean trial;
    private long openUntil;

    Breaker(Duration openFor) {
        this.openFor = openFor.toNanos();
    }

    boolean isOpen() {
        return open;
    }

    /** How long to stay away; zero when a request may go. */
    Duration shutFor(long now) {
        if (!open) {
            return Duration.ZERO;
        }
        long left = openUntil - now;
        return left > 0 ? Duration.ofNanos(left) : trial ? MOMENT : Duration.ZERO;
    }

    /** A request goes. */
    boolean beginsTrial() {
        trial = open;
        return trial;
    }

    /** The trial told nothing: the next request is one. */
    void trialUnclear() {
        trial = false;
    }

    /**
     * A try has failed. While open only the trial counts: what was sent before tells nothing new.
     *
     * @return whether it has opened, or opened anew
     */
    boolean failed(boolean wasTrial, long now) {
        failures++;
        boolean opens = open ? wasTrial : failures >= FAILURES;
        if (opens) {
            open = true;
            trial = false;
            openUntil = now + openFor;
        }
        return opens;
    }
}
