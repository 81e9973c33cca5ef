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
 * <p>The order matters: retries are outermost, so that every try asks the governor for its turn and tells it how it ended;
 * the metered transport is innermost, so that every try is measured. The whole, waiting included, never takes longer than
 * {@link #TRIES} timeouts.
 */
@Singleton
class CtmClient {
    /** A safe request is tried this often. */
    static final int TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final CtmTransport transport;
    private final Governor governor;
    private final MeterRegistry metrics;
    private final Duration timeout;

    CtmClient(CtmTransport transport, Governor governor, MeterRegistry metrics, CtmSettings settings) {
        this.transport = transport;
        this.governor = governor;
        this.metrics = metrics;
        this.timeout = settings.timeout();
    }

    /**
     * CTM's answer to a request that is charged to a connection.
     *
     * @throws CtmException in every other case
     */
    JsonNode send(CtmRequest request, String connection) {
        Lane lane = Lane.of(connection, request.path());
        return exchange(request.endpoint(), lane, within -> read(request, transport.send(request, within)));
    }

    private static JsonNode read(CtmRequest request, CtmResponse response) {
        return "DELETE".equals(request.method()) ? CtmAnswers.acknowledged(response) : CtmAnswers.read(response);
    }

    /**
     * What one try answers, through all layers.
     *
     * @param once a try, within the time that it is given
     */
    <T> T exchange(Endpoint endpoint, Lane lane, Function<Duration, T> once) {
        Deadline deadline = Deadline.in(timeout.multipliedBy(TRIES));
        int tries = endpoint.safe() ? TRIES : 1;
        Ticket ticket = governor.pass(endpoint, lane, patience(deadline));
        for (int attempt = 1; ; attempt++) {
            try {
                return tried(ticket, deadline.atMost(timeout), within -> measured(endpoint, once, within));
            } catch (CtmException.Unavailable | CtmException.TimedOut | CtmException.RateLimited e) {
                if (attempt >= tries) {
                    throw e;
                }
                pause(e, attempt, deadline);
                ticket = another(endpoint, lane, deadline, e);
            }
        }
    }

    /** Who waits for a turn keeps the time for one whole try. */
    private Duration patience(Deadline deadline) {
        Duration spare = deadline.remaining().minus(timeout);
        return spare.isNegative() ? Duration.ZERO : spare;
    }

    private <T> T tried(Ticket ticket, Duration within, Function<Duration, T> once) {
        Ending ending = new Ending.Unclear();
        try {
            T answer = once.apply(within);
            ending = new Ending.Answered();
            return answer;
        } catch (CtmException e) {
            ending = Ending.of(e, within.equals(timeout));
            throw e;
        } finally {
            ticket.end(ending);
        }
    }

    /** A retry that is not let through is none: the failure before it tells more. */
    private Ticket another(Endpoint endpoint, Lane lane, Deadline deadline, CtmException failure) {
        try {
            return governor.pass(endpoint, lane, patience(deadline));
        } catch (CtmException _) {
            throw failure;
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

    /** 200 ms, 400 ms, …, each with up to half as much again; after a 429 the governor knows how long. */
    private static void pause(CtmException failure, int attempt, Deadline deadline) {
        if (failure instanceof CtmException.RateLimited) {
            return;
        }
        long backoff = FIRST_PAUSE.toMillis() << (attempt - 1);
        Duration pause = Duration.ofMillis(backoff + ThreadLocalRandom.current().nextLong(backoff / 2));
        if (pause.compareTo(deadline.remaining()) >= 0) {
            throw failure;
        }
        sleep(pause);
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
