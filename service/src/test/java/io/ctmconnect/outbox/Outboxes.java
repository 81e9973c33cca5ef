package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The outbox on a test's database, for the tests of features that use it. */
public final class Outboxes {
    private Outboxes() {}

    public static Outbox in(MongoDatabase database, InstantSource clock) {
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
}
