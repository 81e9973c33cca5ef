package io.ctmconnect.bench;

import org.bson.types.ObjectId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Looks at what a campaign counts, every few milliseconds, in a thread of its own. */
final class CountWatch implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 10;

    private final Store store;
    private final ObjectId campaign;
    private final long before;
    private final List<Look> looks = new ArrayList<>();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /**
     * What was seen.
     *
     * @param at {@link System#nanoTime}, before the campaign was asked for
     * @param calls since the watch began
     */
    private record Look(long at, long calls) {}

    private CountWatch(Store store, ObjectId campaign) {
        this.store = store;
        this.campaign = campaign;
        before = store.calls(campaign);
        thread.execute(this::look);
    }

    static CountWatch of(Store store, Campaign campaign) {
        return new CountWatch(store, campaign.id());
    }

    private void look() {
        try {
            while (!closed) {
                long calls = store.calls(campaign) - before;
                add(new Look(System.nanoTime(), calls));
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(Look look) {
        looks.add(look);
        notifyAll();
    }

    /** Waits until so many calls are counted since the watch began, but not for ever; answers how many are. */
    synchronized long await(long calls, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (counted() < calls && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
        return counted();
    }

    private synchronized long counted() {
        return looks.isEmpty() ? 0 : looks.getLast().calls();
    }

    /**
     * From each acknowledgement until the campaign counted so many calls as had been acknowledged; of those that it has
     * counted. Which call is which does not show in a count: single times are exact if the service keeps the order, their
     * mean is in any case.
     */
    synchronized Spread delays(Load load) {
        LongStream.Builder delays = LongStream.builder();
        long[] acknowledged =
                load.acks().stream().mapToLong(Load.Ack::acknowledged).sorted().toArray();
        int counted = 0;
        for (Look look : looks) {
            while (counted < acknowledged.length && counted < look.calls()) {
                delays.add(Math.max(0, look.at() - acknowledged[counted++]));
            }
        }
        return Spread.of(delays.build());
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }
}
