package io.ctmconnect.webhooks;

import org.bson.types.ObjectId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Events that this process is to work off, by account: each account in turn gives some, so that none waits for a busy one. */
final class EventQueue {
    private static final int MOST_HELD = 20_000;
    private static final int MOST_OF_ONE = 50;

    private final Map<ObjectId, ArrayDeque<ReceivedEvent>> waiting = new LinkedHashMap<>();
    private final Map<ObjectId, ReceivedEvent> held = new HashMap<>();
    private boolean closed;

    /** Adds it; not when it is held already, or too many are: it stays in the store then, until its lease runs out. */
    synchronized void add(ReceivedEvent event) {
        ObjectId account = event.account();
        if (account != null && !closed && held.size() < MOST_HELD && held.putIfAbsent(event.id(), event) == null) {
            waiting.computeIfAbsent(account, _ -> new ArrayDeque<>()).add(event);
            notifyAll();
        }
    }

    /** Waits for events and takes some, at most so many, of all accounts in turn; none when it is closed. */
    synchronized List<ReceivedEvent> take(int most) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<ReceivedEvent> taken = new ArrayList<>();
        while (!closed && !waiting.isEmpty() && taken.size() < most) {
            takeOfNext(Math.min(MOST_OF_ONE, most - taken.size()), taken);
        }
        return taken;
    }

    private void takeOfNext(int most, List<ReceivedEvent> taken) {
        ObjectId account = waiting.keySet().iterator().next();
        ArrayDeque<ReceivedEvent> events = Objects.requireNonNull(waiting.remove(account));
        for (int count = 0; count < most && !events.isEmpty(); count++) {
            taken.add(events.remove());
        }
        if (!events.isEmpty()) {
            waiting.put(account, events);
        }
    }

    /** These are done, or given back to the store. */
    synchronized void release(List<ReceivedEvent> events) {
        events.forEach(event -> held.remove(event.id()));
    }

    synchronized boolean isFull() {
        return held.size() >= MOST_HELD;
    }

    /** Gives no more out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** The events that are held and not done. */
    synchronized List<ReceivedEvent> held() {
        return List.copyOf(held.values());
    }
}
