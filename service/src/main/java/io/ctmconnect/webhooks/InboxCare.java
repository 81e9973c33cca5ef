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
        if (isDue(measured, MEASURE_EVERY, now)) {
            measured = now;
            Duration age = inbox.oldest()
                    .map(oldest -> Duration.between(oldest, now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
            metrics.backlog(inbox.count(), age);
        }
        if (isDue(swept, SWEEP_EVERY, now)) {
            swept = now;
            archive.sweep();
            unproven.sweep();
        }
    }

    /** Also when the last time lies ahead, because the clock was set back. */
    private static boolean isDue(Instant last, Duration every, Instant now) {
        return last.isBefore(now.minus(every)) || last.isAfter(now);
    }
}
