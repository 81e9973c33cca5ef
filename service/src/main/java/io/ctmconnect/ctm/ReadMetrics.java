package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.function.LongSupplier;

/** Counts how reads were answered, and what is remembered of them. */
final class ReadMetrics {
    private final MeterRegistry metrics;
    private final Counter hits;
    private final Counter shared;
    private final Counter misses;
    private final Counter evictions;

    ReadMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        hits = reads("hit");
        shared = reads("shared");
        misses = reads("miss");
        evictions = Counter.builder("ctm.cache.evictions")
                .description("Remembered answers that had to make room for others")
                .register(metrics);
    }

    private Counter reads(String answer) {
        return Counter.builder("ctm.reads")
                .description(
                        "Reads of CallTrackingMetrics that may be remembered: from memory (hit), by a request that was"
                                + " under way (shared), or by a request of their own (miss)")
                .tag("answer", answer)
                .register(metrics);
    }

    void missed() {
        misses.increment();
    }

    void found(boolean isAnswered) {
        (isAnswered ? hits : shared).increment();
    }

    void evicted(RemovalCause cause) {
        if (cause == RemovalCause.SIZE) {
            evictions.increment();
        }
    }

    void bytes(LongSupplier remembered) {
        Gauge.builder("ctm.cache.bytes", remembered::getAsLong)
                .description("What remembered answers take of the heap, about")
                .baseUnit("bytes")
                .strongReference(true)
                .register(metrics);
    }
}
