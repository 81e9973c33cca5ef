package io.ctmconnect.ctm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;

/** What the governor tells operators; never of which connection or account. */
final class GovernorMetrics {
    private final MeterRegistry metrics;
    private final Counter slowdowns;
    private final Counter opened;

    GovernorMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        slowdowns = Counter.builder("ctm.slowdowns")
                .description("Times that a connection's pace was lowered after a 429")
                .register(metrics);
        opened = Counter.builder("ctm.breakers.opened")
                .description("Times that a breaker has opened, or opened anew after its trial")
                .register(metrics);
    }

    /** Looks at all connections whenever it is asked. */
    void watch(Supplier<Collection<Traffic>> connections) {
        gauge(
                "ctm.waiting",
                "Requests that wait for their turn",
                () -> connections.get().stream().mapToInt(Traffic::waiting).sum());
        gauge(
                "ctm.connections.slowed",
                "Connections whose pace is lowered",
                () -> connections.get().stream().filter(Traffic::isSlowed).count());
        gauge(
                "ctm.breakers.open",
                "Parts of connections that are not asked",
                () -> connections.get().stream()
                        .mapToLong(Traffic::openBreakers)
                        .sum());
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(metrics);
    }

    void slowedDown() {
        slowdowns.increment();
    }

    void breakerOpened() {
        opened.increment();
    }

    void waited(Duration time) {
        Timer.builder("ctm.waits")
                .description("How long requests waited for their turn; those that need not wait do not count")
                .register(metrics)
                .record(time);
    }

    void refused(Refusal.Reason reason) {
        Counter.builder("ctm.refusals")
                .description("Requests that were not sent, by reason")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(metrics)
                .increment();
    }
}
