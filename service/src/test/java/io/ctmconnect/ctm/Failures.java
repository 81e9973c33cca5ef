package io.ctmconnect.ctm;

import java.time.Duration;

/** Makes every failure that CTM can end in, for the tests of other packages. */
public final class Failures {
    private Failures() {}

    /** CTM refuses the credentials. */
    public static CtmException unauthorized() {
        return new CtmException.Unauthorized();
    }

    /** CTM knows no such thing. */
    public static CtmException notFound(String reason) {
        return new CtmException.NotFound(reason);
    }

    /** CTM refuses the input. */
    public static CtmException rejected(int status, String reason) {
        return new CtmException.Rejected(status, reason);
    }

    /** CTM limits the rate. */
    public static CtmException rateLimited(Duration retryAfter) {
        return new CtmException.RateLimited(retryAfter);
    }

    /** CTM is down. */
    public static CtmException unavailable() {
        return new CtmException.Unavailable("the connection to ctm.internal:443 failed");
    }

    /** CTM has failed so often that it is not asked. */
    public static CtmException shut(Duration retryAfter) {
        return new CtmException.Unavailable("CTM has failed again and again", retryAfter);
    }

    /** CTM does not answer in time. */
    public static CtmException timedOut() {
        return new CtmException.TimedOut();
    }
}
