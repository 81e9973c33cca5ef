package io.ctmconnect.webhooks;

import io.ctmconnect.mongo.StoreUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;

/**
 * Works received events off, apart from their receipt. Events come in hand from {@link Webhooks}; those of a process that has
 * died, and those that failed before, are taken over from the store.
 */
@Singleton
class EventWorker {
    private static final Logger LOG = Logger.getLogger(EventWorker.class);
    private static final int MOST_AT_ONCE = 200;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FINISH = Duration.ofSeconds(20);

    private final EventQueue queue = new EventQueue();
    private final EventProcessing processing;
    private final InboxStore inbox;
    private final InboxCare care;
    private final Thread working = Thread.ofVirtual().name("events").unstarted(this::work);
    private final Thread looking = Thread.ofVirtual().name("events-left").unstarted(this::look);

    EventWorker(EventProcessing processing, InboxStore inbox, InboxCare care) {
        this.processing = processing;
        this.inbox = inbox;
        this.care = care;
    }

    void start(@Observes StartupEvent started) {
        working.start();
        looking.start();
    }

    /** Finishes what it has in hand, and gives the rest back for others. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        looking.interrupt();
        queue.close();
        working.join(FINISH);
        List<ObjectId> left = queue.held().stream().map(ReceivedEvent::id).toList();
        try {
            inbox.giveBack(left);
        } catch (StoreUnavailableException e) {
            LOG.warn("leases were not given back, they end by themselves", e);
        }
    }

    /** Takes an event that was stored just now. */
    void hand(ReceivedEvent event) {
        queue.add(event);
    }

    private void work() {
        try {
            for (List<ReceivedEvent> events = queue.take(MOST_AT_ONCE);
                    !events.isEmpty();
                    events = queue.take(MOST_AT_ONCE)) {
                process(events);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void process(List<ReceivedEvent> events) {
        try {
            processing.process(events);
        } catch (StoreUnavailableException e) {
            LOG.warn("events wait: the store is away", e);
        } catch (RuntimeException e) {
            LOG.error("events wait: they could not be worked off", e);
        } finally {
            queue.release(events);
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                try {
                    takeOver();
                    care.take();
                } catch (StoreUnavailableException e) {
                    LOG.debug("the store is away", e);
                } catch (RuntimeException e) {
                    LOG.error("the inbox could not be looked at", e);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeOver() {
        List<ReceivedEvent> taken;
        do {
            taken = queue.isFull() ? List.of() : inbox.takeOver(MOST_AT_ONCE);
            taken.forEach(queue::add);
        } while (taken.size() == MOST_AT_ONCE);
    }
}
