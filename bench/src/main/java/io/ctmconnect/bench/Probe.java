package io.ctmconnect.bench;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Every so often one event for a quiet campaign, and how long it takes until the campaign counts it. */
final class Probe implements AutoCloseable {
    private static final int SEND_EVERY_MILLIS = 200;
    private static final int LOOK_EVERY_MILLIS = 2;
    private static final int LOOKS = 15_000;

    private final Store store;
    private final Campaign campaign;
    private final int port;
    private final LongStream.Builder delays = LongStream.builder();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    private Probe(Store store, Campaign campaign, int port) {
        this.store = store;
        this.campaign = campaign;
        this.port = port;
        thread.execute(this::run);
    }

    static Probe of(Store store, Campaign campaign, int port) {
        return new Probe(store, campaign, port);
    }

    private void run() {
        EventTemplate events = EventTemplate.of(campaign);
        try (EventConnection connection = EventConnection.to(port)) {
            for (long call = 8_000_000_000L; !closed; call++) {
                long before = store.calls(campaign.id());
                connection.send(events.of(call));
                await(before + 1, System.nanoTime());
                TimeUnit.MILLISECONDS.sleep(SEND_EVERY_MILLIS);
            }
        } catch (IOException _) {
            // What was measured until then is the answer.
            closed = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(long calls, long acknowledged) throws InterruptedException {
        for (int look = 0; look < LOOKS && store.calls(campaign.id()) < calls; look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        delays.add(System.nanoTime() - acknowledged);
    }

    /** Ends it, and answers the times from acknowledgement to metric. */
    Spread end() {
        close();
        return Spread.of(delays.build());
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
