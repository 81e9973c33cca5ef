package io.ctmconnect.outbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An outbox on an embedded store, with a clock that stands still until it is moved. */
final class StoredOutbox implements AutoCloseable {
    static final String KIND = "greeting";

    final MeterRegistry metrics = new SimpleMeterRegistry();
    final WakeUp wakeUp = new WakeUp();
    final MongoDatabase database;
    final OutboxStore store;
    final Outbox outbox;
    private final EmbeddedMongo server;
    private final MongoClient client;
    private volatile Instant now = Instant.parse("2026-03-31T12:00:00Z");

    StoredOutbox(Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
        store = new OutboxStore(database);
        outbox = new Outbox(store, wakeUp, this::now);
    }

    static Task newTask() {
        return newTask(KIND, 1);
    }

    static Task newTask(String kind, int version) {
        Document payload = new Document("to", "somebody").append("n", 7L);
        return new Task(kind + ":" + new ObjectId(), kind, version, payload);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    OutboxRow row(Task task) {
        return store.find(task.id()).orElseThrow();
    }

    long rowsIn(TaskState state) {
        return database.getCollection(OutboxStore.COLLECTION).countDocuments(new Document("state", state.wire()));
    }

    Task added() {
        Task task = newTask();
        outbox.add(task);
        return task;
    }

    Attempts attempts(TaskHandler handler) {
        return attempts(List.of(handler), List.of());
    }

    Attempts attempts(List<TaskHandler> handlers, List<FactKeeper> keepers) {
        return new Attempts(store, handlers, keepers, metrics, this::now);
    }

    /** The store's rows are gone, the clock goes on. */
    void clear() {
        database.getCollection(OutboxStore.COLLECTION).deleteMany(new Document());
    }

    /** What another process sees of the same store. */
    MongoClient anotherClient() {
        return MongoClients.create(server.connectionString());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
