package io.ctmconnect.reconciliation;

import io.ctmconnect.callstore.Reading;
import io.ctmconnect.callstore.ReadingStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** A reading that this process has taken, and works on. Not for sharing between threads. */
final class Taken {
    private static final Duration RENEWED_AFTER = ReadingStore.LEASE.dividedBy(3);

    private final ReadingStore store;
    private final InstantSource clock;
    private final BooleanSupplier isStopping;
    private Reading reading;
    private Instant savedAt;

    Taken(ReadingStore store, InstantSource clock, BooleanSupplier isStopping, Reading reading) {
        this.store = store;
        this.clock = clock;
        this.isStopping = isStopping;
        this.reading = reading;
        this.savedAt = clock.instant();
    }

    /** Somebody else has it, or it is gone: nothing more of it may be saved. */
    static final class LostException extends RuntimeException {}

    /** The process is to end. */
    static final class StoppedException extends RuntimeException {}

    /** As it was saved last. */
    Reading reading() {
        return reading;
    }

    /**
     * Saves a change of it, and keeps it for another while.
     *
     * @throws LostException when this process does not have it any more
     */
    void save(Reading changed) {
        reading = store.save(changed).orElseThrow(LostException::new);
        savedAt = clock.instant();
    }

    /**
     * Keeps it for another while, when that is needed. To be called between any two requests to CTM.
     *
     * @throws LostException when this process does not have it any more
     * @throws StoppedException when the work is to be left to others
     */
    void keep() {
        if (isStopping.getAsBoolean()) {
            throw new StoppedException();
        }
        if (savedAt.plus(RENEWED_AFTER).isBefore(clock.instant())) {
            save(reading);
        }
    }

    /** Saves a change of it, and lets others take it; nothing, when this process does not have it any more. */
    void release(Reading changed) {
        store.release(changed);
    }
}
