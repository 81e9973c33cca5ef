package io.ctmconnect.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The one exception that becomes an error answer. Its message goes to the caller: it must not hold a secret. */
public final class ApiException extends RuntimeException {
    private final ErrorBody body;
    private final @Nullable Duration retryAfter;

    private ApiException(ErrorBody body, @Nullable Duration retryAfter) {
        super(body.message());
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** With the code's own status and text. */
    public static ApiException of(ErrorCode code) {
        return of(code, code.message());
    }

    /** With the code's own status and a text for this occasion. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(ErrorBody.of(code, code.status(), message), null);
    }

    /** A {@link ErrorCode#VALIDATION_FAILED} that names every violation; the first one is the message. */
    public static ApiException invalid(List<Violation> violations) {
        ErrorCode code = ErrorCode.VALIDATION_FAILED;
        String message =
                violations.isEmpty() ? code.message() : violations.getFirst().text();
        return new ApiException(ErrorBody.of(code, code.status(), message).withErrors(List.copyOf(violations)), null);
    }

    /** The same error with another HTTP status. */
    public ApiException withStatus(int otherStatus) {
        return new ApiException(body.withStatus(otherStatus), retryAfter);
    }

    /** The same error with a {@code Retry-After}. */
    public ApiException withRetryAfter(Duration wait) {
        return new ApiException(body, wait);
    }

    /** The same error, which says also what the request has left behind; nothing more when that is nothing. */
    public ApiException withStands(List<Standing> left) {
        String details = left.stream().map(Standing::detail).collect(Collectors.joining("; "));
        String text = left.isEmpty() ? body.message() : body.message() + "; what stands: " + details;
        return new ApiException(body.withStands(text, List.copyOf(left)), retryAfter);
    }

    /** Which of the contract's errors it is. */
    public ErrorCode code() {
        return ErrorCode.valueOf(body.code());
    }

    /** The HTTP status of the answer. */
    public int status() {
        return body.errno();
    }

    /** What the request has left behind. */
    public List<Standing> stands() {
        List<Standing> stands = body.stands();
        return stands == null ? List.of() : stands;
    }

    ErrorBody body() {
        return body;
    }

    /** When it is worth another try, null when that is not known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
