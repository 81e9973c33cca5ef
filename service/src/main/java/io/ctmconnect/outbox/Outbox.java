package io.ctmconnect.outbox;

import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes on work that must be done exactly when something else has happened. Each method is one atomic change of one row
 * that may be repeated, and throws {@link io.ctmconnect.mongo.StoreUnavailableException} when it is not known to be done.
 */
@Singleton
public class Outbox {
    private final OutboxStore store;
    private final WakeUp wakeUp;
    private final InstantSource clock;

    Outbox(OutboxStore store, WakeUp wakeUp, InstantSource clock) {
        this.store = store;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /**
     * Takes the task on, held back until {@link #release}. To be called before the change that the task follows from. When
     * neither release nor {@link #drop} comes, the {@link FactKeeper} of its kind is asked. A row with the same id is left
     * as it is.
     */
    public void hold(Task task) {
        store.insert(OutboxRow.held(task, clock.instant()));
    }

    /**
     * The change has happened: the task is to be done now. A row that is gone or was dropped is put back; one that is
     * ready, done or parked is left as it is.
     */
    public void release(Task task) {
        if (store.find(task.id()).isPresent() || !store.insert(OutboxRow.ready(task, clock.instant()))) {
            store.change(task.id(), row -> switch (row.state()) {
                case HELD, DROPPED -> Optional.of(row.released(clock.instant()));
                case READY, DONE, PARKED -> Optional.empty();
            });
        }
        wakeUp.signal();
    }

    /** The change did not happen and cannot any more. Only a held row is dropped. */
    public void drop(String id) {
        store.change(
                id,
                row -> row.state() == TaskState.HELD
                        ? Optional.of(row.dropped("its change did not happen", clock.instant()))
                        : Optional.empty());
    }

    /** Takes the task on, to be done now. A row with the same id is left as it is, whatever its state. */
    public void add(Task task) {
        store.insert(OutboxRow.ready(task, clock.instant()));
        wakeUp.signal();
    }

    /** Whether the task still waits for its change. */
    public boolean isHeld(String id) {
        return store.find(id).filter(row -> row.state() == TaskState.HELD).isPresent();
    }
}
