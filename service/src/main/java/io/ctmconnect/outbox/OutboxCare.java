package io.ctmconnect.outbox;

import io.ctmconnect.outbox.OutboxCareStore.Count;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What has to be done now and then: counting rows for the metrics, and removing finished ones after a while. */
@Singleton
class OutboxCare {
    /** How long a finished row keeps the same work from being taken on again. */
    static final Duration RETENTION = Duration.ofDays(30);

    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final OutboxCareStore store;
    private final InstantSource clock;
    private final MultiGauge rows;
    private volatile double oldestReadySeconds;
    private Instant nextCount = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    OutboxCare(OutboxCareStore store, MeterRegistry metrics, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        rows = MultiGauge.builder("outbox.rows")
                .description("Rows of the outbox that are not finished, by kind and state")
                .register(metrics);
        Gauge.builder("outbox.oldest.ready", this, care -> care.oldestReadySeconds)
                .description("Age of the oldest row that is ready and not done")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** Does what is due. Called by one thread. */
    void take() {
        Instant now = clock.instant();
        if (isDue(nextCount, COUNT_EVERY, now)) {
            nextCount = now.plus(COUNT_EVERY);
            count(store.unfinished(), now);
        }
        if (isDue(nextSweep, SWEEP_EVERY, now)) {
            nextSweep = now.plus(SWEEP_EVERY);
            store.removeFinishedBefore(now.minus(RETENTION));
        }
    }

    /** Also when the next time is further away than it can be, because the clock was set back. */
    private static boolean isDue(Instant next, Duration every, Instant now) {
        return now.isAfter(next) || next.isAfter(now.plus(every));
    }

    private void count(List<Count> counts, Instant now) {
        rows.register(
                counts.stream()
                        .map(count -> MultiGauge.Row.of(
                                Tags.of(
                                        "kind",
                                        count.kind(),
                                        "state",
                                        count.state().wire()),
                                count.rows()))
                        .toList(),
                true);
        oldestReadySeconds = counts.stream()
                .filter(count -> count.state() == TaskState.READY)
                .mapToDouble(count -> Duration.between(count.oldest(), now).toSeconds())
                .max()
                .orElse(0);
    }
}
