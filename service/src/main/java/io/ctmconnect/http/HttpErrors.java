package io.ctmconnect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Puts into our envelope what the HTTP layer rejects before any route is found, and what no route answers. */
@ApplicationScoped
class HttpErrors {
    private static final Logger LOG = Logger.getLogger(HttpErrors.class);
    /** Before the framework's own failure page. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final long BODY_LIMIT_BYTES = 1024 * 1024;

    private final ObjectMapper json;

    HttpErrors(ObjectMapper json) {
        this.json = json;
    }

    void onFilters(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, RequestLog.PRIORITY - 1);
    }

    void onRouter(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        router.route().last().handler(context -> answer(context, ErrorCode.NOT_FOUND, 404));
    }

    private void refuseLargeBody(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLarge(length)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(_ -> context.request().connection().close());
            answer(context, ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.PAYLOAD_TOO_LARGE.status());
        } else {
            context.next();
        }
    }

    private static boolean isTooLarge(String length) {
        try {
            return Long.parseLong(length) > BODY_LIMIT_BYTES;
        } catch (NumberFormatException _) {
            return true;
        }
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (context.failure() != null && status >= 500) {
            LOG.error("request failed outside a route", context.failure());
        }
        answer(context, ErrorCode.ofStatus(status), status);
    }

    private void answer(RoutingContext context, ErrorCode code, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .end(write(ErrorBody.of(code, status)));
    }

    private String write(ErrorBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
