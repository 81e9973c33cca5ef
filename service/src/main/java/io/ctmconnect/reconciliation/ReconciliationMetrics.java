package io.ctmconnect.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what reading has found; never by account or call. */
@Singleton
class ReconciliationMetrics {
    private static final String SWEEPS = "reconciliation.sweeps";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry metrics;
    private final AtomicLong unhealthy = new AtomicLong();

    ReconciliationMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        Gauge.builder("reconciliation.unhealthy", unhealthy, AtomicLong::doubleValue)
                .description("CTM accounts of which webhooks have missed calls three sweeps in a row")
                .register(metrics);
    }

    /** A whole sweep of one CTM account. */
    void swept(long looked, long missed) {
        metrics.counter(SWEEPS, OUTCOME, missed == 0 ? "clean" : "losses").increment();
        metrics.counter("reconciliation.calls.checked").increment((double) looked);
        metrics.counter("reconciliation.calls.missed").increment((double) missed);
    }

    /** A sweep, or the reading of a past day, has failed. */
    void failed(boolean isSweep) {
        if (isSweep) {
            metrics.counter(SWEEPS, OUTCOME, "failed").increment();
        } else {
            metrics.counter("history.failures").increment();
        }
    }

    /** Subscriptions whose webhooks had vanished at CTM. */
    void restored(int subscriptions) {
        metrics.counter("reconciliation.webhooks.restored").increment(subscriptions);
    }

    /** A past day was read. */
    void read(long calls) {
        metrics.counter("history.days").increment();
        metrics.counter("history.calls").increment((double) calls);
    }

    /** How many CTM accounts are unhealthy, of all processes. */
    void unhealthy(long accounts) {
        unhealthy.set(accounts);
    }
}
