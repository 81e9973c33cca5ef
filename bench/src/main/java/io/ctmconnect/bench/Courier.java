package io.ctmconnect.bench;

import io.ctmconnect.bench.Plan.Shipment;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Sends events as CTM does: what was not acknowledged is sent again, what was acknowledged is not. */
final class Courier implements AutoCloseable {
    private static final int ACKNOWLEDGED = 200;
    private static final int AGAIN = 503;
    private static final int PAUSE_MILLIS = 50;

    private final IntSupplier port;
    private final Queue<Shipment> waiting;
    private final int total;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /** Sends them over so many connections to a port that may change. */
    Courier(IntSupplier port, List<Shipment> shipments, int connections) {
        this.port = port;
        waiting = new ConcurrentLinkedQueue<>(shipments);
        total = shipments.size();
        for (int connection = 0; connection < connections; connection++) {
            threads.execute(this::run);
        }
    }

    private void run() {
        try {
            while (!closed && !isDone()) {
                try (EventConnection connection = EventConnection.to(port.getAsInt())) {
                    send(connection);
                } catch (IOException _) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(EventConnection connection) throws IOException, InterruptedException {
        while (!closed && !isDone()) {
            Shipment next = waiting.poll();
            if (next == null) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } else {
                send(connection, next);
            }
        }
    }

    private void send(EventConnection connection, Shipment shipment) throws IOException {
        boolean again = true;
        try {
            int status = connection.send(shipment.request());
            again = status == AGAIN;
            if (status == ACKNOWLEDGED) {
                acknowledged.incrementAndGet();
            } else if (!again) {
                refusals.add("an event was answered with " + status);
            }
        } finally {
            if (again) {
                sentAgain.incrementAndGet();
                waiting.add(shipment);
            }
        }
    }

    private boolean isDone() {
        return acknowledged.get() + refusals.size() >= total;
    }

    /** Waits until so many are acknowledged, or until a moment. */
    void await(int enough, long nanoTime) throws InterruptedException {
        while (acknowledged.get() < enough && !isDone() && System.nanoTime() < nanoTime) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** How many are acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How many sends went without an acknowledgement. */
    int sentAgain() {
        return sentAgain.get();
    }

    /** The answers that are neither an acknowledgement nor a wish for another try. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
