package io.ctmconnect.ctm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who waits for a connection's next request. CTM accounts take turns, so that one with many waiting requests does not hold up
 * another; within an account, first come, first served. Guarded by its {@link Traffic}.
 */
final class WaitingRoom {
    /** Waiting requests of one CTM account: above the default pace's worth of ten seconds. Our decision. */
    static final int PLACES_OF_AN_ACCOUNT = 100;

    /** Waiting requests of one connection. Our decision. */
    static final int PLACES = 400;

    /** In the order of their turns; no queue is empty. */
    private final SequencedMap<String, Deque<Ticket>> queues = new LinkedHashMap<>();

    private int waiting;

    int size() {
        return waiting;
    }

    boolean isFullFor(String account) {
        return waiting >= PLACES || waiting(account) >= PLACES_OF_AN_ACCOUNT;
    }

    private int waiting(String account) {
        Deque<Ticket> queue = queues.get(account);
        return queue == null ? 0 : queue.size();
    }

    /** How many go before a newcomer of the account, at most, when nobody else comes. */
    int ahead(String account) {
        int turns = waiting(account) + 1;
        return queues.values().stream()
                .mapToInt(queue -> Math.min(queue.size(), turns))
                .sum();
    }

    void add(Ticket ticket) {
        queues.computeIfAbsent(ticket.account(), _ -> new ArrayDeque<>()).add(ticket);
        waiting++;
    }

    /** Whether nobody goes before it. */
    boolean isNext(Ticket ticket) {
        return !queues.isEmpty() && queues.firstEntry().getValue().peek() == ticket;
    }

    /** The one whose turn it is; the room must not be empty. */
    Ticket next() {
        return queues.firstEntry().getValue().element();
    }

    /** Lets the next one go, and its account to the end of the line; the room must not be empty. */
    Ticket takeNext() {
        Map.Entry<String, Deque<Ticket>> first = queues.pollFirstEntry();
        Ticket ticket = first.getValue().remove();
        if (!first.getValue().isEmpty()) {
            queues.putLast(first.getKey(), first.getValue());
        }
        waiting--;
        return ticket;
    }

    /** It waits no longer. */
    void remove(Ticket ticket) {
        Deque<Ticket> queue = queues.get(ticket.account());
        if (queue != null && queue.remove(ticket)) {
            waiting--;
            if (queue.isEmpty()) {
                queues.remove(ticket.account());
            }
        }
    }

    /** Who waits for a part. */
    List<Ticket> waitingFor(String part) {
        return queues.values().stream()
                .flatMap(Deque::stream)
                .filter(ticket -> ticket.part().equals(part))
                .toList();
    }
}
