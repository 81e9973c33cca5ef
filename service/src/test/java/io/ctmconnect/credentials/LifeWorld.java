package io.ctmconnect.credentials;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.auth.Caller;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.ctm.TestCtm;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.mongo.SteppedDatabase;
import io.ctmconnect.outbox.TestOutbox;
import io.ctmconnect.sandbox.Sandbox;
import io.ctmconnect.sandbox.SandboxSettings;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import static com.mongodb.client.model.Filters.exists;

/** An embedded store and a simulated CTM, with a clock that goes on a little with every look at it. */
final class LifeWorld implements AutoCloseable {
    static final CtmLogin LOGIN = new CtmLogin.Keys(
            new CtmKeys(Secret.of("sandbox-account-482913-key-1"), Secret.of("sandbox-account-482913-secret-1")));

    private final SecretBox box = SecretBox.of(Keysets.read(Keysets.generate()));
    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withPort(0).withDays(1));
    private final CtmApi ctm = TestCtm.api(sandbox.apiBaseUrl());
    private final EmbeddedMongo server;
    private final MongoClient client;
    final MongoDatabase database;
    final Instance healthy;
    private Instant now = Instant.parse("2026-03-31T12:00:00Z");

    LifeWorld(Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
        healthy = new Instance(this, database);
    }

    SecretBox box() {
        return box;
    }

    CtmApi ctm() {
        return ctm;
    }

    CtmSettings ctmSettings() {
        return TestCtm.settings(sandbox.apiBaseUrl());
    }

    synchronized Instant now() {
        now = now.plusMillis(1);
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    static Caller newCaller() {
        return new Caller(new ObjectId(), "65f0a1b2c3d4e5f60718293a", Set.of());
    }

    /** A process that runs this before each operation of its database. */
    Instance instance(Runnable beforeEach) {
        return new Instance(this, SteppedDatabase.of(database, beforeEach));
    }

    KeyStore keys() {
        return new KeyStore(database, new KeyDocument(box), this::now);
    }

    Set<ObjectId> takenIds() {
        return database.getCollection(KeyStore.COLLECTION)
                .find(exists("fenced_at"))
                .map(key -> key.getObjectId("_id"))
                .into(new HashSet<>());
    }

    void addCampaign(Caller caller) {
        database.getCollection("campaigns")
                .insertOne(new Document("account_id", caller.account())
                        .append("integration", "calltrackingmetrics")
                        .append("active", true));
    }

    /** Lets the worker of a healthy process settle all held rows. */
    void settle() {
        // Twice: a fence may be lost to a writer, and is put up the second time.
        pass(TestOutbox.PATIENCE);
        healthy.settleHeldRows();
        pass(TestOutbox.PATIENCE);
        healthy.settleHeldRows();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        sandbox.close();
    }
}
