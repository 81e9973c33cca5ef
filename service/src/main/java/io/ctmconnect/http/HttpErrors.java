package io.ctmconnect.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import java.util.List;

/** Puts into our envelope what the HTTP layer rejects before any route is found, and what no route answers. */
@ApplicationScoped
class HttpErrors {
    private static final Logger LOG = Logger.getLogger(HttpErrors.class);
    /** Before the framework's own failure page. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final List<Integer> REFUSED_BEFORE_ROUTING = List.of(400, 405, 406, 413, 414, 415, 431, 500);
    private static final long BODY_LIMIT_BYTES = 1024 * 1024;

    void onFilters(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, RequestLog.PRIORITY - 1);
    }

    void onRouter(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        REFUSED_BEFORE_ROUTING.forEach(status -> router.errorHandler(status, this::failed));
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
        RequestIds.give(context);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .end(JsonFormat.plain(ErrorBody.of(code, status)));
    }
}
