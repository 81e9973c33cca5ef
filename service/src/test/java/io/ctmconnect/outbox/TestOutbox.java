package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The outbox for tests of other packages. */
public final class TestOutbox {
    /** After that a held row's fact is asked for. */
    public static final Duration PATIENCE = OutboxRow.PATIENCE;

    /** After that a row whose process has died is handled by another one. */
    public static final Duration LEASE = OutboxRow.LEASE;

    private static final int ALL = 1000;

    private TestOutbox() {}

    public static Outbox of(MongoDatabase database, InstantSource clock) {
        return new Outbox(new OutboxStore(database), new WakeUp(), clock);
    }

    /** The tasks of all rows that are to be done. */
    public static List<Task> ready(MongoDatabase database) {
        return database.getCollection(OutboxStore.COLLECTION)
                .find(new Document(OutboxDocument.STATE, TaskState.READY.wire()))
                .map(OutboxDocument::read)
                .map(OutboxRow::task)
                .into(new ArrayList<>());
    }

    /** What the worker does with held rows that are due. */
    public static void settleHeldRows(MongoDatabase database, FactKeeper keeper, InstantSource clock) {
        new HeldRows(new OutboxStore(database), of(database, clock), List.of(keeper), clock).settle();
    }

    /** What the worker does with rows that are due, one after the other, until none is. */
    public static void handleDue(MongoDatabase database, List<TaskHandler> handlers, InstantSource clock) {
        Attempts attempts =
                new Attempts(new OutboxStore(database), handlers, List.of(), new SimpleMeterRegistry(), clock);
        for (List<String> due = attempts.due(ALL); !due.isEmpty(); due = attempts.due(ALL)) {
            due.forEach(id -> attempts.claim(id).ifPresent(attempts::make));
        }
    }
}
