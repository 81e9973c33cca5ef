package io.ctmconnect.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties a caller's request to our log lines: the caller's own, if it is sane, else a new one. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RequestIds() {}

    /** Puts the id on the response, once, and answers it. */
    static String give(RoutingContext context) {
        HttpServerResponse response = context.response();
        String present = response.headers().get(HEADER);
        if (present != null) {
            return present;
        }
        String given = context.request().getHeader(HEADER);
        String id = given != null && SANE.matcher(given).matches() ? given : newId();
        response.putHeader(HEADER, id);
        return id;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
