package io.ctmconnect.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives every request an id, returns it as {@code X-Request-Id}, and writes one log line when the answer has left. The
 * line's fields are in the logging context, so that every other line of the request carries them too.
 */
@ApplicationScoped
class RequestLog {
    /** Runs before every other filter. */
    static final int PRIORITY = 1000;

    private static final Logger LOG = Logger.getLogger(RequestLog.class);
    private static final String HEADER = "X-Request-Id";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    void onRequest(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
    }

    private void begin(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.response().putHeader(HEADER, id);
        MDC.put(LogField.REQUEST_ID, id);
        long started = System.nanoTime();
        context.addEndHandler(_ -> finish(context, started));
        context.next();
    }

    private static void finish(RoutingContext context, long started) {
        MDC.put(LogField.METHOD, context.request().method().name());
        MDC.put(LogField.STATUS, context.response().getStatusCode());
        MDC.put(LogField.DURATION_MS, (System.nanoTime() - started) / 1_000_000);
        LOG.info("request");
    }
}
