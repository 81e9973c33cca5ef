package io.ctmconnect.http;

import java.util.Optional;
import java.util.stream.Stream;

/** Every error that the contract names: its wire code is the constant's name, with its HTTP status and default text. */
public enum ErrorCode {
    VALIDATION_FAILED(400, "The request is not valid"),
    INVALID_ID(400, "An id must be 24 hexadecimal digits"),
    MALFORMED_JSON(400, "The body is not well-formed JSON"),
    BAD_REQUEST(400, "The request is not well-formed HTTP"),
    UNAUTHORIZED(401, "UNAUTHORIZED"),
    TOKEN_INVALIDATED(401, "TOKEN_INVALIDATED"),
    INVALID_CREDENTIALS(401, "CallTrackingMetrics refuses these credentials"),
    INVALID_SIGNATURE(401, "The event's signature is not valid"),
    FORBIDDEN(403, "FORBIDDEN"),
    RECORD_NOT_FOUND(404, "Record Not found!"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "This route does not answer to that method"),
    NOT_ACCEPTABLE(406, "This route answers with application/json only"),
    CONFLICT(409, "The request conflicts with the present state"),
    TRACKER_SHARED_SOURCE(409, "The tracker's source is shared with other numbers"),
    IDEMPOTENCY_KEY_REUSED(409, "The Idempotency-Key was used with another body"),
    PAYLOAD_TOO_LARGE(413, "The body is larger than 1 MiB"),
    URI_TOO_LONG(414, "The request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    RANGE_NOT_SATISFIABLE(416, "The recording has no such range"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    CTM_REJECTED(400, "CallTrackingMetrics refused the request"),
    CTM_RATE_LIMITED(429, "CallTrackingMetrics limits the rate of requests; try again later"),
    INTERNAL(500, "Internal server error"),
    CTM_UNAVAILABLE(502, "CTM_UNAVAILABLE"),
    UNAVAILABLE(503, "The service cannot reach its store; try again later");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status, unless the occasion sets another (504 for a timeout, CTM's own 4xx for a refusal). */
    public int status() {
        return status;
    }

    /** The text for a caller when the occasion gives none. */
    public String message() {
        return message;
    }

    /** The code for a status that the HTTP layer or the framework chose by itself. */
    public static ErrorCode ofStatus(int status) {
        Optional<ErrorCode> known = switch (status) {
            case 400 -> Optional.of(BAD_REQUEST);
            case 404 -> Optional.of(NOT_FOUND);
            case 503 -> Optional.of(UNAVAILABLE);
            default -> Stream.of(values()).filter(code -> code.status == status).findFirst();
        };
        return known.orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }
}
