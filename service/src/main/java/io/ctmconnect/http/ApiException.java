package io.ctmconnect.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** The one exception that becomes an error answer. Its message goes to the caller: it must not hold a secret. */
public final class ApiException extends RuntimeException {
    private final ErrorCode code;
    private final int status;
    private final List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private ApiException(
            ErrorCode code, int status, String message, List<Violation> violations, @Nullable Duration retryAfter) {
        super(message);
        this.code = code;
        this.status = status;
        this.violations = violations;
        this.retryAfter = retryAfter;
    }

    /** With the code's own status and text. */
    public static ApiException of(ErrorCode code) {
        return of(code, code.message());
    }

    /** With the code's own status and a text for this occasion. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(code, code.status(), message, List.of(), null);
    }

    /** A {@link ErrorCode#VALIDATION_FAILED} that names every violation; the first one is the message. */
    public static ApiException invalid(List<Violation> violations) {
        String message = violations.isEmpty()
                ? ErrorCode.VALIDATION_FAILED.message()
                : violations.getFirst().text();
        return new ApiException(
                ErrorCode.VALIDATION_FAILED,
                ErrorCode.VALIDATION_FAILED.status(),
                message,
                List.copyOf(violations),
                null);
    }

    /** The same error with another HTTP status. */
    public ApiException withStatus(int otherStatus) {
        return new ApiException(code, otherStatus, text(), violations, retryAfter);
    }

    /** The same error with a {@code Retry-After}. */
    public ApiException withRetryAfter(Duration wait) {
        return new ApiException(code, status, text(), violations, wait);
    }

    ErrorBody body() {
        return ErrorBody.of(code, status, text(), violations);
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    private String text() {
        String message = getMessage();
        return message == null ? code.message() : message;
    }
}
