package io.ctmconnect.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts events by what became of them; never by account or call. */
@Singleton
class WebhookMetrics {
    private final MeterRegistry metrics;
    private final AtomicLong backlog = new AtomicLong();
    private final AtomicLong backlogMillis = new AtomicLong();

    WebhookMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        Gauge.builder("webhooks.backlog", backlog, AtomicLong::doubleValue)
                .description("Events that are acknowledged and not worked off yet")
                .register(metrics);
        Gauge.builder("webhooks.backlog.age", backlogMillis, millis -> millis.doubleValue() / 1000)
                .description("Seconds since the oldest of them was received")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** An event came: {@code stored}, {@code duplicate}, {@code unverified} or {@code rejected}. */
    void received(String outcome) {
        metrics.counter("webhooks.received", "outcome", outcome).increment();
    }

    /** What an event's signature was worth. */
    void signed(Verdict verdict) {
        metrics.counter("webhooks.signatures", "verdict", verdict.wire()).increment();
    }

    /** How long it took until the event could be acknowledged. */
    void intake(long nanos) {
        Timer.builder("webhooks.intake")
                .description("From an event's arrival until it is stored")
                .register(metrics)
                .record(Duration.ofNanos(nanos));
    }

    /** An event is done with. */
    void done(EventStatus status, Duration sinceReceived) {
        metrics.counter("webhooks.done", "status", status.wire()).increment();
        Timer.builder("webhooks.delay")
                .description("From an event's arrival until it is in its campaign's metrics")
                .register(metrics)
                .record(sinceReceived);
    }

    /** An attempt at an event failed. */
    void failed() {
        metrics.counter("webhooks.failures").increment();
    }

    /** How much is waiting, and for how long. */
    void backlog(long events, Duration age) {
        backlog.set(events);
        backlogMillis.set(age.toMillis());
    }
}
