package io.ctmconnect.app;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.ErrorResponse;
import io.ctmconnect.mongo.StoreUnavailableException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.time.Duration;

/** Answers 503 while our own store is away. */
class StoreErrors {
    private static final Logger LOG = Logger.getLogger(StoreErrors.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response unavailable(StoreUnavailableException error) {
        LOG.error("the store is not available", error);
        return ErrorResponse.of(ApiException.of(ErrorCode.UNAVAILABLE).withRetryAfter(RETRY_AFTER));
    }
}
