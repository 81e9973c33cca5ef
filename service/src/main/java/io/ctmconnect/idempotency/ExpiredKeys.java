package io.ctmconnect.idempotency;

import io.ctmconnect.mongo.StoreUnavailableException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes expired keys away, every hour. An expired key is free without it; this keeps the collection small. */
@Startup
@Singleton
class ExpiredKeys {
    private static final Logger LOG = Logger.getLogger(ExpiredKeys.class);

    private final IdempotencyStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("expired-keys").factory());
    private final Future<?> sweeps;

    ExpiredKeys(IdempotencyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        sweeps = timer.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    void sweep() {
        try {
            long swept = store.removeUntil(Entry.expiry(clock.instant()));
            LOG.debugf("%d expired idempotency keys were removed", swept);
        } catch (StoreUnavailableException e) {
            LOG.warn("expired idempotency keys could not be removed", e);
        }
    }

    @PreDestroy
    void close() {
        sweeps.cancel(true);
        timer.shutdownNow();
    }
}
