package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.behaviour.Behaviour;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of each agency in each second of the clock; CTM allows about 10. */
final class RequestLimit {

    private record Second(long epoch, int requests) {}

    private final Clock clock;
    private final Map<Long, Second> byAgency = new HashMap<>();

    RequestLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts one request and refuses it with 429 when it is one too many. */
    void count(long agency, Behaviour behaviour) throws Refused {
        int allowed = behaviour.requestsPerSecond();
        if (allowed > 0 && counted(agency) > allowed) {
            Response response = Response.error(429, "Too Many Requests");
            throw new Refused(behaviour.retryAfter() ? response.with("Retry-After", "1") : response);
        }
    }

    private synchronized int counted(long agency) {
        long now = clock.instant().getEpochSecond();
        return byAgency.merge(
                        agency,
                        new Second(now, 1),
                        (old, one) -> old.epoch() == now ? new Second(now, old.requests() + 1) : one)
                .requests();
    }
}
