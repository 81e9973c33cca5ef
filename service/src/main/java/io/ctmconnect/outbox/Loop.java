package io.ctmconnect.outbox;

import io.ctmconnect.mongo.StoreUnavailableException;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Does something again and again, on a thread of its own. */
final class Loop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Runnable round;
    private final WakeUp wakeUp;
    private final Thread thread;
    private volatile boolean closed;

    private Loop(String name, WakeUp wakeUp, Runnable round) {
        this.round = round;
        this.wakeUp = wakeUp;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts it. Between two rounds it waits for 2 seconds, with jitter, or until it is woken. */
    static Loop start(String name, WakeUp wakeUp, Runnable round) {
        Loop loop = new Loop(name, wakeUp, round);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            while (!closed) {
                once();
                wakeUp.await(PAUSE.plusMillis(ThreadLocalRandom.current().nextLong(PAUSE.toMillis() / 4)));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
        } catch (StoreUnavailableException e) {
            LOG.debug("the outbox could not be looked at", e);
        } catch (RuntimeException e) {
            LOG.error("the outbox could not be looked at", e);
        }
    }

    /** Lets the running round finish, and begins no other. */
    @Override
    public void close() {
        closed = true;
        wakeUp.signal();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
