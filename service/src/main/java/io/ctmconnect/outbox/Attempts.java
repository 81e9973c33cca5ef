package io.ctmconnect.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One attempt at one row: claim, handle, write down what became of it. Claim and write are compare-and-sets, so that two
 * processes never hold the same lease, and what is written after the lease was lost changes nothing.
 */
@Singleton
class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final String INTERRUPTED = "the process died or took too long in the last attempt";

    private final OutboxStore store;
    private final List<TaskHandler> handlers;
    private final List<FactKeeper> keepers;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();

    Attempts(
            OutboxStore store,
            @All List<TaskHandler> handlers,
            @All List<FactKeeper> keepers,
            MeterRegistry metrics,
            InstantSource clock) {
        this.store = store;
        this.handlers = handlers;
        this.keepers = keepers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Ids of rows that can be claimed, at most this many. */
    List<String> due(int limit) {
        return store.due(TaskState.READY, handlers.stream().map(Kind::of).toList(), clock.instant(), limit);
    }

    /** Takes the row's lease; empty when it is not due any more or somebody else is faster. */
    Optional<OutboxRow> claim(String id) {
        Instant now = clock.instant();
        return store.find(id)
                .filter(row -> row.canBeClaimed(now))
                .flatMap(row -> store.change(row.claimed(owner, now)));
    }

    /** Handles a claimed row. */
    void make(OutboxRow claimed) {
        try (TaskLog log = TaskLog.about(claimed)) {
            OutboxRow next = claimed.attempts() > RetrySchedule.ATTEMPTS
                    ? claimed.parked(INTERRUPTED, clock.instant())
                    : after(claimed, outcome(claimed));
            boolean kept = store.change(next).isPresent();
            report(next, kept, log);
        }
    }

    /** Gives the lease of a row back, whose attempt was not made or was cut short by the end of this process. */
    void giveBack(OutboxRow claimed) {
        store.change(claimed.givenBack());
    }

    private Outcome outcome(OutboxRow claimed) {
        Task task = claimed.task();
        try {
            keepers.stream().filter(keeper -> Kind.of(keeper).covers(task)).forEach(keeper -> keeper.forget(task));
            return handlers.stream()
                    .filter(handler -> Kind.of(handler).covers(task))
                    .findFirst()
                    .orElseThrow()
                    .handle(task, claimed.attempts());
        } catch (RuntimeException e) {
            LOG.error("a task's handler failed", e);
            return new Outcome.TryAgain("failed: " + e.getClass().getSimpleName());
        }
    }

    private OutboxRow after(OutboxRow claimed, Outcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case Outcome.Done _ -> claimed.done(now);
            case Outcome.GiveUp(String reason) -> claimed.parked(reason, now);
            case Outcome.TryAgain(Optional<Duration> notBefore, String reason) ->
                RetrySchedule.after(
                                claimed.attempts(), ThreadLocalRandom.current().nextDouble())
                        .map(wait -> claimed.putOff(now.plus(later(wait, notBefore)), reason, now))
                        .orElseGet(() -> claimed.parked(reason, now));
        };
    }

    private static Duration later(Duration wait, Optional<Duration> notBefore) {
        return notBefore.filter(wish -> wish.compareTo(wait) > 0).orElse(wait);
    }

    private void report(OutboxRow next, boolean kept, TaskLog log) {
        String outcome = switch (next.state()) {
            case DONE -> "done";
            case PARKED -> "parked";
            case HELD, READY, DROPPED -> "put_off";
        };
        metrics.counter("outbox.attempts", "kind", next.task().kind(), "outcome", kept ? outcome : "lease_lost")
                .increment();
        String reason = next.reason();
        if (reason != null) {
            log.reason(reason);
            LOG.log(next.state() == TaskState.PARKED ? Logger.Level.WARN : Logger.Level.INFO, "a task was not done");
        }
    }
}
