package io.ctmconnect.ctm;

import org.jboss.logging.MDC;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log field {@code upstream_ms} of the request at hand: the sum of the times of its requests to CTM. One counter for all
 * threads that work for the request.
 */
final class UpstreamTime {
    private static final String FIELD = "upstream_ms";

    private UpstreamTime() {}

    static void add(Duration took) {
        counter().addAndGet(took.toMillis());
    }

    /** The log fields of this thread, for one that works for the same request. What that adds here is seen there as well. */
    static Map<String, Object> logFields() {
        counter();
        return MDC.getMap();
    }

    private static AtomicLong counter() {
        if (MDC.get(FIELD) instanceof AtomicLong present) {
            return present;
        }
        var begun = new AtomicLong();
        MDC.put(FIELD, begun);
        return begun;
    }
}
