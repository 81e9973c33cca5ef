package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.callstore.ReadingStore;
import io.ctmconnect.mongo.StoreUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes what is due to be read from CTM while the service runs, up to 4 CTM accounts at a time. */
@Singleton
class ReconciliationWorker {
    private static final Logger LOG = Logger.getLogger(ReconciliationWorker.class);
    private static final int AT_ONCE = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration BRING_UP_TO_DATE_EVERY = Duration.ofSeconds(10);
    private static final int FINISH_SECONDS = 20;

    private final ReadAccounts accounts;
    private final ReadingStore store;
    private final ReadingTurn turn;
    private final ReadingSettings settings;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("reconciliation-", 0).factory());
    private final Thread looking = Thread.ofVirtual().name("reconciliation").unstarted(this::look);
    private Instant upToDateAt = Instant.MIN;
    private volatile boolean isStopping;

    ReconciliationWorker(
            ReadAccounts accounts,
            ReadingStore store,
            ReadingTurn turn,
            ReadingSettings settings,
            InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.turn = turn;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (settings.sweeps() || settings.readsHistory()) {
            looking.start();
        }
    }

    /** Ends turns after the request to CTM that is under way, and lets others take what is left. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        isStopping = true;
        looking.interrupt();
        threads.shutdown();
        if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("leases of readings were not given back, they end by themselves");
        }
    }

    private void look() {
        try {
            while (!isStopping) {
                try {
                    lookOnce();
                } catch (StoreUnavailableException e) {
                    LOG.debug("the store is away", e);
                } catch (RuntimeException e) {
                    LOG.error("what is to be read could not be looked at", e);
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        Instant now = clock.instant();
        if (!upToDateAt.plus(BRING_UP_TO_DATE_EVERY).isAfter(now)) {
            accounts.bringUpToDate();
            upToDateAt = now;
        }
        if (free.availablePermits() > 0) {
            List<Reading> due = new ArrayList<>(store.due(settings));
            // Several processes see the same ones: in another order each, they seldom meet.
            Collections.shuffle(due);
            due.forEach(this::begin);
        }
    }

    private void begin(Reading due) {
        if (!isStopping && free.tryAcquire()) {
            boolean isBegun = false;
            try {
                var taken = store.take(due);
                taken.ifPresent(reading -> threads.execute(() -> make(reading)));
                isBegun = taken.isPresent();
            } finally {
                if (!isBegun) {
                    free.release();
                }
            }
        }
    }

    private void make(Reading taken) {
        try {
            turn.make(new Taken(store, clock, () -> isStopping, taken));
        } catch (StoreUnavailableException e) {
            LOG.warn("reading was cut off, it goes on when its lease ends: the store is away", e);
        } catch (RuntimeException e) {
            LOG.error("reading was cut off, it goes on when its lease ends", e);
        } finally {
            free.release();
        }
    }
}
