package io.ctmconnect.sandbox.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How CTM's Rails application prints plain values. */
final class Rails {

    private Rails() {}

    /** ISO-8601 in UTC with whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
