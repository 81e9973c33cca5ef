package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** What can go wrong with CTM, as far as a caller must tell it apart. No message holds a credential or a body. */
public abstract sealed class CtmException extends RuntimeException {
    private CtmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** CTM refuses the credentials (HTTP 401, or a login that it declines). */
    public static final class Unauthorized extends CtmException {
        Unauthorized() {
            super("CTM refuses the credentials", null);
        }
    }

    /** CTM knows no such thing (HTTP 404). The message is CTM's reason. */
    public static final class NotFound extends CtmException {
        NotFound(String reason) {
            super(reason, null);
        }
    }

    /** CTM refuses the input: another 4xx, or {@code status:"error"} under HTTP 200. The message is CTM's reason. */
    public static final class Rejected extends CtmException {
        private final int status;

        Rejected(int status, String reason) {
            super(reason, null);
            this.status = status;
        }

        /** CTM's own 4xx, or 400 for an error under HTTP 200. */
        public int status() {
            return status;
        }
    }

    /** Too many requests: CTM says so (HTTP 429), or the connection's budget is spent for longer than we may wait. */
    public static final class RateLimited extends CtmException {
        private final Duration retryAfter;

        RateLimited(Duration retryAfter) {
            super("CTM limits the rate of requests", null);
            this.retryAfter = retryAfter;
        }

        /** When to try again. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * CTM is down: a 5xx, a cut connection, something else than JSON, or more of it than we take; or it was so again and
     * again, and is not asked for a while.
     */
    public static final class Unavailable extends CtmException {
        private final @Nullable Duration retryAfter;

        Unavailable(String what) {
            super(what, null);
            retryAfter = null;
        }

        Unavailable(String what, Throwable cause) {
            super(what, cause);
            retryAfter = null;
        }

        Unavailable(String what, Duration retryAfter) {
            super(what, null);
            this.retryAfter = retryAfter;
        }

        /** When it is asked again, if it is not asked now. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** No whole answer within the time. */
    public static final class TimedOut extends CtmException {
        TimedOut() {
            super("CTM did not answer in time", null);
        }
    }
}
