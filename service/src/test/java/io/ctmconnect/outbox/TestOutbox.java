package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The outbox for tests of other packages. */
public final class TestOutbox {
    /** After that a held row's fact is asked for. */
    public static final Duration PATIENCE = OutboxRow.PATIENCE;

    private TestOutbox() {}

    public static Outbox of(MongoDatabase database, InstantSource clock) {
        return new Outbox(new OutboxStore(database), new WakeUp(), clock);
    }

    /** What the worker does with held rows that are due. */
    public static void settleHeldRows(MongoDatabase database, FactKeeper keeper, InstantSource clock) {
        new HeldRows(new OutboxStore(database), of(database, clock), List.of(keeper), clock).settle();
    }
}
