package io.ctmconnect.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events of different calls for one campaign, sent over so many connections for so long, each connection's next one when the
 * one before is acknowledged.
 *
 * @param acks of those that were acknowledged
 * @param failures of those that were not: another status than 200, or no answer
 */
record Load(List<Ack> acks, int failures, Duration time) {
    private static final AtomicLong CALLS = new AtomicLong(7_000_000_000L);
    private static final int ACKNOWLEDGED = 200;

    /**
     * An event that was acknowledged.
     *
     * @param sent {@link System#nanoTime}, as the other
     */
    record Ack(long sent, long acknowledged) {
        long nanos() {
            return acknowledged - sent;
        }
    }

    static Load on(int port, Campaign campaign, int connections, Duration time) throws Exception {
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Load>> parts = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                parts.add(threads.submit(() -> one(port, EventTemplate.of(campaign), end)));
            }
            List<Ack> acks = new ArrayList<>();
            int failures = 0;
            for (Future<Load> part : parts) {
                acks.addAll(part.get().acks);
                failures += part.get().failures;
            }
            return new Load(acks, failures, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static Load one(int port, EventTemplate events, long end) {
        List<Ack> acks = new ArrayList<>();
        int failures = 0;
        while (System.nanoTime() < end) {
            try (EventConnection connection = EventConnection.to(port)) {
                failures += send(connection, events, end, acks);
            } catch (IOException _) {
                failures++;
            }
        }
        return new Load(acks, failures, Duration.ZERO);
    }

    private static int send(EventConnection connection, EventTemplate events, long end, List<Ack> acks)
            throws IOException {
        int failures = 0;
        while (System.nanoTime() < end) {
            byte[] request = events.of(CALLS.incrementAndGet());
            long sent = System.nanoTime();
            if (connection.send(request) == ACKNOWLEDGED) {
                acks.add(new Ack(sent, System.nanoTime()));
            } else {
                failures++;
            }
        }
        return failures;
    }
}
