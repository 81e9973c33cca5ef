package io.ctmconnect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns whatever leaves a route as an exception into the error envelope. */
class ErrorMappers {
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    @ServerExceptionMapper
    Response api(ApiException error) {
        return ErrorResponse.of(error);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException error) {
        return form(error).map(this::api).orElseGet(() -> {
            int status = error.getResponse().getStatus();
            ErrorCode code = isJson(error) ? ErrorCode.MALFORMED_JSON : ErrorCode.ofStatus(status);
            return ErrorResponse.of(ApiException.of(code).withStatus(status));
        });
    }

    /** Named twice, because the framework has a mapper of its own for the second. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response body(JsonProcessingException error) {
        return form(error).map(this::api).orElseGet(() -> api(ApiException.of(ErrorCode.MALFORMED_JSON)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable error) {
        if (causes(error).anyMatch(ErrorMappers::isOfClosedConnection)) {
            LOG.debug("the caller has gone before its request was there", error);
            return api(ApiException.of(ErrorCode.BAD_REQUEST));
        }
        LOG.error("request failed", error);
        return api(ApiException.of(ErrorCode.INTERNAL));
    }

    private static boolean isOfClosedConnection(Throwable error) {
        return error instanceof HttpClosedException || error instanceof ClosedChannelException;
    }

    /** A form checks itself while the body is read, so that its error arrives wrapped. */
    private static Optional<ApiException> form(Throwable error) {
        return causes(error)
                .filter(ApiException.class::isInstance)
                .map(ApiException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isJson(WebApplicationException error) {
        return error.getCause() instanceof JsonProcessingException;
    }
}
