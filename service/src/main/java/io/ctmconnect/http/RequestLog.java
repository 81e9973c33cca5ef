package io.ctmconnect.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Writes one log line a request when its answer has left. The line's fields are in the logging context, so that every
 * other line of the request carries them too.
 */
@ApplicationScoped
class RequestLog {
    /** Runs before every other filter. */
    static final int PRIORITY = 1000;

    private static final Logger LOG = Logger.getLogger(RequestLog.class);

    void onRequest(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
    }

    private void begin(RoutingContext context) {
        MDC.put(LogField.REQUEST_ID, RequestIds.give(context));
        long started = System.nanoTime();
        context.addEndHandler(_ -> finish(context, started));
        context.next();
    }

    private static void finish(RoutingContext context, long started) {
        MDC.put(LogField.METHOD, context.request().method().name());
        MDC.put(LogField.STATUS, context.response().getStatusCode());
        MDC.put(LogField.DURATION_MS, (System.nanoTime() - started) / 1_000_000);
        // Probes and metrics have no route of ours: they would drown the rest.
        LOG.log(MDC.get(LogField.ROUTE) == null ? Logger.Level.DEBUG : Logger.Level.INFO, "request");
    }
}
