package io.ctmconnect.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import static org.awaitility.Awaitility.await;

/** Clients that ask the service again and again, at the same time, until they are closed. */
final class Clients implements AutoCloseable {
    /** Leaves the machine some time for the commands that run beside. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AtomicLong> asked = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** One request of a client. */
    interface Call {
        Api.Reply make();
    }

    /** Adds a client. */
    void read(Call call) {
        AtomicLong count = new AtomicLong();
        asked.add(count);
        threads.execute(() -> {
            while (!closed) {
                ask(call);
                count.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    private void ask(Call call) {
        try {
            Api.Reply reply = call.make();
            if (reply.status() != 200) {
                failures.add(reply.status() + " " + reply.text());
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e.toString());
        }
    }

    /** Waits until each client has begun a request after this moment, and got its answer. */
    void awaitOneMoreEach() {
        List<Long> before = asked.stream().map(AtomicLong::get).toList();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            for (int client = 0; client < before.size(); client++) {
                if (asked.get(client).get() < before.get(client) + 2) {
                    return false;
                }
            }
            return true;
        });
    }

    /** What was not answered with 200. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
