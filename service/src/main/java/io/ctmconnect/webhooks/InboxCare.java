package io.ctmconnect.webhooks;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Measures the backlog every few seconds, and sweeps old events once an hour. */
@Singleton
class InboxCare {
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final InboxStore inbox;
    private final ArchiveStore archive;
    private final UnprovenStore unproven;
    private final WebhookMetrics metrics;
    private final InstantSource clock;
    private Instant measured = Instant.MIN;
    private Instant swept;

    InboxCare(
            InboxStore inbox,
            ArchiveStore archive,
            UnprovenStore unproven,
            WebhookMetrics metrics,
            InstantSource clock) {
        this.inbox = inbox;
        this.archive = archive;
        this.unproven = unproven;
        this.metrics = metrics;
        this.clock = clock;
        this.swept = clock.instant();
    }

    /** Does what is due. */
    void take() {
        Instant now = clock.instant();
        if (measured.isBefore(now.minus(MEASURE_EVERY))) {
            measured = now;
            Duration age = inbox.oldest()
                    .map(oldest -> Duration.between(oldest, now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
            metrics.backlog(inbox.count(), age);
        }
        if (swept.isBefore(now.minus(SWEEP_EVERY))) {
            swept = now;
            archive.sweep();
            unproven.sweep();
        }
    }
}
