package io.ctmconnect.webhooks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The collections of events on an embedded store, with a clock that stands still until it is moved. */
final class StoredEvents implements AutoCloseable {
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final MongoDatabase database;
    final InboxStore inbox;
    final ArchiveStore archive;
    final UnprovenStore unproven;
    final LiveStore live;
    private final WebhookMetrics measured = new WebhookMetrics(metrics);
    private final EmbeddedMongo server;
    private final MongoClient client;
    private Instant now = Instant.parse("2026-03-31T12:00:00Z");

    StoredEvents(Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
        inbox = new InboxStore(database, this::now);
        archive = new ArchiveStore(database, this::now);
        unproven = new UnprovenStore(database, this::now);
        live = new LiveStore(database);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** An event that is received now. */
    ReceivedEvent event(ObjectId account) {
        return event(account, new byte[] {'x'});
    }

    ReceivedEvent event(ObjectId account, byte[] body) {
        return new ReceivedEvent(
                new ObjectId(),
                account,
                new ObjectId(),
                "482913",
                "1",
                CallEventKind.COMPLETED,
                Verdict.ABSENT,
                now,
                new Binary(body),
                0);
    }

    /** So many events of an account in the inbox, leased to whoever has received them. */
    List<ReceivedEvent> received(ObjectId account, int count) {
        List<ReceivedEvent> events =
                IntStream.range(0, count).mapToObj(_ -> event(account)).toList();
        inbox.insert(events);
        return events;
    }

    InboxCare care() {
        return new InboxCare(inbox, archive, unproven, measured, this::now);
    }

    long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    /** The collections are gone, the clock goes on. */
    void clear() {
        List.of(InboxStore.COLLECTION, ArchiveStore.COLLECTION, UnprovenStore.COLLECTION, LiveStore.COLLECTION)
                .forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
