package io.ctmconnect.webhooks;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stores events before they are acknowledged. Those that arrive at the same time share one write: the store makes each
 * write durable, and that costs the same for one event and for hundreds.
 */
@Singleton
class Inbox {
    private static final int MOST_AT_ONCE = 500;

    private final InboxStore store;
    private final ArchiveStore archive;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofVirtual().name("inbox").start(this::write);

    Inbox(InboxStore store, ArchiveStore archive) {
        this.store = store;
        this.archive = archive;
    }

    /** One event whose sender waits for its answer. */
    private record Waiting(ReceivedEvent event, CompletableFuture<Boolean> isNew) {}

    /**
     * Stores an event durably, unless it has come before; returns when it is stored.
     *
     * @return whether it is new
     * @throws io.ctmconnect.mongo.StoreUnavailableException when it cannot be stored
     */
    boolean append(ReceivedEvent event) {
        Waiting waiting = new Waiting(event, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.isNew.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Stores events durably that have not come before; answers those that are new. */
    List<ReceivedEvent> appendAll(List<ReceivedEvent> events) {
        Map<ObjectId, ReceivedEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        Set<ObjectId> known = insertNew(byId);
        return byId.values().stream()
                .filter(event -> !known.contains(event.id()))
                .toList();
    }

    /** Stores an event durably that was worked off before; answers whether it was not waiting already. */
    boolean appendAgain(ReceivedEvent event) {
        return store.insert(List.of(event)).isEmpty();
    }

    /** Keeps an event that is not to be worked off. */
    void file(ReceivedEvent event, EventStatus status, String reason) {
        archive.file(List.of(event), status, reason);
    }

    private void write() {
        try {
            while (true) {
                List<Waiting> bunch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(bunch, MOST_AT_ONCE - 1);
                write(bunch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> bunch) {
        Map<ObjectId, ReceivedEvent> events = new LinkedHashMap<>();
        bunch.forEach(waiting -> events.putIfAbsent(waiting.event.id(), waiting.event));
        try {
            Set<ObjectId> known = insertNew(events);
            bunch.forEach(waiting -> waiting.isNew.complete(known.add(waiting.event.id())));
        } catch (RuntimeException e) {
            bunch.forEach(waiting -> waiting.isNew.completeExceptionally(e));
        }
    }

    /** The ids of those that are not new. */
    private Set<ObjectId> insertNew(Map<ObjectId, ReceivedEvent> events) {
        Set<ObjectId> known = new HashSet<>(archive.known(events.keySet()));
        known.addAll(store.insert(events.values().stream()
                .filter(event -> !known.contains(event.id()))
                .toList()));
        return known;
    }

    @PreDestroy
    void stop() {
        writer.interrupt();
    }
}
