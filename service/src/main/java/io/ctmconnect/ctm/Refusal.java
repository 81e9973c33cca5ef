package io.ctmconnect.ctm;

import java.time.Duration;

/**
 * Why a request is not sent.
 *
 * @param retryAfter when it is worth another try
 */
record Refusal(Reason reason, Duration retryAfter) {
    /** The reasons, as the metrics name them. */
    enum Reason {
        /** The turn would come too late for the caller. */
        WAIT_TOO_LONG,
        /** Too many wait already. */
        QUEUE_FULL,
        /** The turn did not come in time: others have come in between. */
        WAITED_IN_VAIN,
        /** The breaker is open. */
        BREAKER_OPEN
    }

    CtmException asException() {
        return switch (reason) {
            case WAIT_TOO_LONG, QUEUE_FULL, WAITED_IN_VAIN -> new CtmException.RateLimited(retryAfter);
            case BREAKER_OPEN -> new CtmException.Unavailable("CTM has failed again and again", retryAfter);
        };
    }
}
