package io.ctmconnect.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.ctmconnect.mongo.SteppedDatabase;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.time.InstantSource;

/** The platform's collections in memory, on the embedded store's engine, and what reads them. */
public final class PlatformDatabase implements AutoCloseable {
    private final MongoServer server;
    private final MongoClient client;
    private final MongoDatabase database;

    private PlatformDatabase(MongoServer server, MongoClient client, MongoDatabase database) {
        this.server = server;
        this.client = client;
        this.database = database;
    }

    public static PlatformDatabase start() {
        MongoServer server = new MongoServer(new MemoryBackend());
        MongoClient client = MongoClients.create(server.bindAndGetConnectionString() + "/?retryWrites=false");
        return new PlatformDatabase(server, client, client.getDatabase("test"));
    }

    /** The same, as seen by a process that runs this before each operation of its database. */
    public PlatformDatabase seenBefore(Runnable beforeEach) {
        return new PlatformDatabase(server, client, SteppedDatabase.of(database, beforeEach));
    }

    public MongoDatabase database() {
        return database;
    }

    public MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** Inserts a document with an id of its own. */
    public ObjectId insert(String collection, Document document) {
        ObjectId id = new ObjectId();
        collection(collection).insertOne(new Document(document).append("_id", id));
        return id;
    }

    public PlatformAccounts accounts() {
        return new PlatformAccounts(database());
    }

    public PlatformUsers users() {
        return new PlatformUsers(database());
    }

    public NotificationPreferences preferences() {
        return new NotificationPreferences(database());
    }

    public FcmTokens tokens() {
        return new FcmTokens(database());
    }

    public FcmNotifications notifications(InstantSource clock) {
        return new FcmNotifications(database(), clock);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
