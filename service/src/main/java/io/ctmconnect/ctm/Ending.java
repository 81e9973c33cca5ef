package io.ctmconnect.ctm;

import java.time.Duration;

/** What one try told of CTM's state. */
sealed interface Ending {
    /** CTM has answered, be it a refusal. */
    record Answered() implements Ending {}

    /** CTM wants fewer requests (HTTP 429), and none for a while. */
    record Limited(Duration retryAfter) implements Ending {}

    /** CTM is down, or was silent for a whole {@code CTM_TIMEOUT}. */
    record Failed() implements Ending {}

    /** Nothing: the try had too little time, or broke off on our side. */
    record Unclear() implements Ending {}

    /**
     * What a failed try told.
     *
     * @param hadWholeTime whether CTM had {@code CTM_TIMEOUT} to answer
     */
    static Ending of(CtmException failure, boolean hadWholeTime) {
        return switch (failure) {
            case CtmException.RateLimited limited -> new Limited(limited.retryAfter());
            case CtmException.Unavailable _ -> new Failed();
            case CtmException.TimedOut _ -> hadWholeTime ? new Failed() : new Unclear();
            case CtmException.Unauthorized _, CtmException.NotFound _, CtmException.Rejected _ -> new Answered();
        };
    }
}
