package io.ctmconnect.outbox;

import io.ctmconnect.mongo.StoreUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Handles due rows while the service runs: looks for them every 2 seconds and when this process adds one, claims them one
 * by one, and handles up to 8 at a time.
 */
@Singleton
class OutboxWorker {
    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 8;
    private static final int LOOKED_UP_AT_ONCE = 64;
    private static final int FINISH_SECONDS = 20;

    private final Attempts attempts;
    private final HeldRows held;
    private final OutboxCare care;
    private final WakeUp wakeUp;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Queue<String> candidates = new ArrayDeque<>();
    private final Map<String, OutboxRow> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Loop handling;
    private @Nullable Loop caring;

    OutboxWorker(Attempts attempts, HeldRows held, OutboxCare care, WakeUp wakeUp) {
        this.attempts = attempts;
        this.held = held;
        this.care = care;
        this.wakeUp = wakeUp;
    }

    void start(@Observes StartupEvent started) {
        handling = Loop.start("outbox", wakeUp, this::handleDue);
        caring = Loop.start("outbox-care", new WakeUp(), () -> {
            held.settle();
            care.take();
        });
    }

    /** Begins nothing more, lets running attempts finish, and gives back the leases of those that do not. */
    void stop(@Observes ShutdownEvent stopped) {
        for (Loop loop : new Loop[] {handling, caring}) {
            if (loop != null) {
                loop.close();
            }
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                running.values().forEach(this::giveBack);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack(OutboxRow claimed) {
        try {
            attempts.giveBack(claimed);
        } catch (StoreUnavailableException e) {
            LOG.warn("a lease was not given back, it ends by itself", e);
        }
    }

    /** Claims as many as can be handled at once; who finishes wakes this up for the next. */
    private void handleDue() {
        if (candidates.isEmpty()) {
            List<String> due = attempts.due(LOOKED_UP_AT_ONCE);
            // Several processes see the same rows: in another order each, they seldom meet.
            Collections.shuffle(due);
            candidates.addAll(due);
        }
        while (!candidates.isEmpty() && free.tryAcquire()) {
            begin(candidates.remove());
        }
    }

    private void begin(String id) {
        boolean begun = false;
        try {
            var claimed = attempts.claim(id);
            claimed.ifPresent(row -> {
                running.put(id, row);
                threads.execute(() -> handle(row));
            });
            begun = claimed.isPresent();
        } finally {
            if (!begun) {
                done();
            }
        }
    }

    private void handle(OutboxRow claimed) {
        try {
            attempts.make(claimed);
        } catch (StoreUnavailableException e) {
            LOG.warn("what became of a task was not saved, it is tried again when its lease ends", e);
        } finally {
            running.remove(claimed.task().id());
            done();
        }
    }

    private void done() {
        free.release();
        wakeUp.signal();
    }
}
