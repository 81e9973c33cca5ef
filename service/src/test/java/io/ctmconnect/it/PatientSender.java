package io.ctmconnect.it;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.awaitility.Awaitility.await;

/** Sends each event until it is answered with 200, as CTM does; in turn to all addresses that it knows. */
final class PatientSender implements AutoCloseable {
    /** What is counted when no answer comes. */
    static final int NO_ANSWER = 0;

    private static final int AT_ONCE = 8;

    private final Subscribed subscribed;
    private final List<Api> addresses;
    private final AtomicInteger tries = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("sender").factory());

    PatientSender(Subscribed subscribed, List<Api> addresses) {
        this.subscribed = subscribed;
        this.addresses = addresses;
    }

    /** Begins to send the events of so many new calls. */
    void begin(int calls) {
        IntStream.range(0, calls).forEach(_ -> {
            long call = Subscribed.newCallId();
            String body = Subscribed.ended(call, call % 2 == 0 ? "answered" : "busy", 10 + (int) (call % 100));
            threads.execute(() -> {
                await().forever().until(() -> tell(body) == 200);
                acknowledged.add(call);
            });
        });
    }

    private int tell(String body) {
        Api address = addresses.get(tries.getAndIncrement() % addresses.size());
        int status = status(address, body);
        answers.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
        return status;
    }

    private int status(Api address, String body) {
        try {
            return Subscribed.send(address, subscribed.token(), "call.completed", body, "", "")
                    .status();
        } catch (UncheckedIOException _) {
            return NO_ANSWER;
        }
    }

    /** How many calls are told. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** How often this was the answer. */
    int answered(int status) {
        AtomicInteger count = answers.get(status);
        return count == null ? 0 : count.get();
    }

    /** Every status that was answered. */
    List<Integer> statuses() {
        return List.copyOf(answers.keySet());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
