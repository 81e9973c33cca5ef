package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Decides when a request to CTM goes, for each connection apart: by the pace that CTM bears ({@code CTM_REQUESTS_PER_SECOND}
 * at most), in turns between its CTM accounts, and not at all while what it asks for has failed again and again. A caller
 * waits for its turn on its own thread, never longer than it can. Connections that are idle are forgotten.
 */
@Singleton
class Governor {
    /** Longer than CTM's longest accepted {@code Retry-After} and than a caller waits. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final Duration SHORTEST_OPENING = Duration.ofSeconds(1);

    private final Ticker time;
    private final GovernorMetrics metrics;
    private final LoadingCache<String, Traffic> connections;

    @Inject
    Governor(CtmSettings settings, MeterRegistry metrics) {
        this(settings, metrics, Ticker.systemTicker());
    }

    Governor(CtmSettings settings, MeterRegistry metrics, Ticker time) {
        this.time = time;
        this.metrics = new GovernorMetrics(metrics);
        Duration openFor = openFor(settings.timeout());
        connections = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(time)
                .build(_ -> new Traffic(settings.requestsPerSecond(), openFor, time, this.metrics));
        this.metrics.watch(connections.asMap()::values);
    }

    /** As long as a try may take, so that whoever looks in vain spends about half of the time looking. */
    private static Duration openFor(Duration timeout) {
        return timeout.compareTo(SHORTEST_OPENING) < 0 ? SHORTEST_OPENING : timeout;
    }

    /**
     * Waits until a try may be sent.
     *
     * @return to be ended
     * @throws CtmException.RateLimited when its turn comes too late, or too many wait; nothing was sent
     * @throws CtmException.Unavailable when what it asks for is shut; nothing was sent
     */
    Ticket pass(Endpoint endpoint, Lane lane, Duration atMost) {
        Traffic traffic = connections.get(lane.connection());
        Ticket ticket = traffic.ask(lane.account(), part(endpoint, lane), atMost);
        if (traffic.isWaiting(ticket)) {
            await(traffic, ticket);
        }
        Refusal refusal = ticket.refusal();
        if (refusal != null) {
            metrics.refused(refusal.reason());
            throw refusal.asException();
        }
        return ticket;
    }

    /** Recordings come from another place than the rest, and a login is not about an account: their failures are their own. */
    private static String part(Endpoint endpoint, Lane lane) {
        return switch (endpoint) {
            case LOGIN -> "login";
            case RECORDING -> lane.account() + "/recording";
            default -> lane.account();
        };
    }

    private void await(Traffic traffic, Ticket ticket) {
        long since = time.read();
        try {
            while (traffic.isWaiting(ticket)) {
                LockSupport.parkNanos(ticket, traffic.sleep(ticket).toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    traffic.leave(ticket);
                    throw new CtmException.TimedOut();
                }
            }
        } finally {
            metrics.waited(Duration.ofNanos(time.read() - since));
        }
    }
}
