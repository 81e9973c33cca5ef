package io.ctmconnect.outbox;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the worker of this process that there is something to do, so that it need not wait for its next look. */
@Singleton
class WakeUp {
    private final Semaphore signals = new Semaphore(0);

    void signal() {
        signals.release();
    }

    /** Waits for a signal since the last wait, at most this long. */
    void await(Duration atMost) throws InterruptedException {
        if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
