package io.ctmconnect.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.time.Duration;

/** The answer that an error becomes. */
public final class ErrorResponse {
    private ErrorResponse() {}

    /** The envelope with its status, and {@code Retry-After} where the error has one. */
    public static Response of(ApiException error) {
        Response.ResponseBuilder response = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error.body());
        Duration retryAfter = error.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000)));
        }
        return response.build();
    }
}
