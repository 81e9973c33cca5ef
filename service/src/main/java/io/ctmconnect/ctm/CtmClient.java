package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Sends a request through all layers and answers CTM's JSON, or throws a {@link CtmException}.
 *
 * <p>The order matters: the budget is outermost but one, so that every try is charged; retries are around the metered
 * transport, so that every try is measured; the whole never takes longer than {@link #TRIES} timeouts.
 */
@Singleton
class CtmClient {
    /** A safe request is tried this often. */
    static final int TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final CtmTransport transport;
    private final RequestBudgets budgets;
    private final MeterRegistry metrics;
    private final Duration timeout;

    CtmClient(CtmTransport transport, RequestBudgets budgets, MeterRegistry metrics, CtmSettings settings) {
        this.transport = transport;
        this.budgets = budgets;
        this.metrics = metrics;
        this.timeout = settings.timeout();
    }

    /**
     * CTM's answer to a request that is charged to a connection.
     *
     * @throws CtmException in every other case
     */
    JsonNode send(CtmRequest request, String connection) {
        return exchange(request.endpoint(), connection, within -> read(request, transport.send(request, within)));
    }

    private static JsonNode read(CtmRequest request, CtmResponse response) {
        return "DELETE".equals(request.method()) ? CtmAnswers.acknowledged(response) : CtmAnswers.read(response);
    }

    /**
     * What one try answers, through all layers.
     *
     * @param once a try, within the time that it is given
     */
    <T> T exchange(Endpoint endpoint, String connection, Function<Duration, T> once) {
        Deadline deadline = Deadline.in(timeout.multipliedBy(TRIES));
        int tries = endpoint.safe() ? TRIES : 1;
        for (int attempt = 1; ; attempt++) {
            budgets.spend(connection, deadline.remaining());
            try {
                return measured(endpoint, once, deadline.atMost(timeout));
            } catch (CtmException.Unavailable | CtmException.TimedOut | CtmException.RateLimited e) {
                Duration pause = pause(e, attempt);
                if (attempt >= tries || pause.compareTo(deadline.remaining()) >= 0) {
                    throw e;
                }
                sleep(pause);
            }
        }
    }

    private <T> T measured(Endpoint endpoint, Function<Duration, T> once, Duration within) {
        long started = System.nanoTime();
        String outcome = "ok";
        try {
            return once.apply(within);
        } catch (CtmException e) {
            outcome = outcome(e);
            throw e;
        } finally {
            record(endpoint, outcome, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private void record(Endpoint endpoint, String outcome, Duration took) {
        Timer.builder("ctm.requests")
                .description("Requests to CallTrackingMetrics, by endpoint and outcome; every try counts")
                .tag("endpoint", endpoint.label())
                .tag("outcome", outcome)
                .register(metrics)
                .record(took);
        UpstreamTime.add(took);
    }

    private static String outcome(CtmException e) {
        return switch (e) {
            case CtmException.Unauthorized _ -> "unauthorized";
            case CtmException.NotFound _ -> "not_found";
            case CtmException.Rejected _ -> "rejected";
            case CtmException.RateLimited _ -> "rate_limited";
            case CtmException.Unavailable _ -> "unavailable";
            case CtmException.TimedOut _ -> "timed_out";
        };
    }

    /** CTM's own {@code Retry-After} if it gives one, else 200 ms, 400 ms, …, each with up to half as much again. */
    private static Duration pause(CtmException e, int attempt) {
        long backoff = FIRST_PAUSE.toMillis() << (attempt - 1);
        Duration jittered =
                Duration.ofMillis(backoff + ThreadLocalRandom.current().nextLong(backoff / 2));
        return e instanceof CtmException.RateLimited limited
                        && limited.retryAfter().compareTo(jittered) > 0
                ? limited.retryAfter()
                : jittered;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CtmException.TimedOut();
        }
    }
}
