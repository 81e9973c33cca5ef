package io.ctmconnect.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says who may keep an answer: what is about an account nobody but its reader, who asks each time whether it is still so; an
 * error, and the answer to a change, nobody.
 */
@ApplicationScoped
class CacheHeaders {
    static final String NOT_AT_ALL = "no-store";
    private static final String BY_ITS_READER = "private, no-cache";
    private static final String API = "/v1/";

    void onRequest(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context));
                    context.next();
                },
                RequestLog.PRIORITY);
    }

    private static void complete(RoutingContext context) {
        var headers = context.response().headers();
        if (context.response().getStatusCode() >= 400) {
            headers.set(HttpHeaders.CACHE_CONTROL, NOT_AT_ALL);
        } else if (String.valueOf(context.request().path()).startsWith(API)
                && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, isRead(context) ? BY_ITS_READER : NOT_AT_ALL);
        }
    }

    private static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }
}
