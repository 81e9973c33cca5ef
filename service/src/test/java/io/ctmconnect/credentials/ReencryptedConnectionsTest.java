package io.ctmconnect.credentials;

import com.google.crypto.tink.KeysetHandle;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.mongo.SteppedDatabase;
import io.ctmconnect.rotation.OldKeys;
import io.ctmconnect.rotation.Reencryption;
import io.ctmconnect.rotation.ReencryptionReport;
import io.ctmconnect.rotation.SealedStore;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A re-encryption beside a service that does not know the new key yet. */
@SuppressWarnings("NullAway.Init")
class ReencryptedConnectionsTest {
    private static final CtmLogin USER = new CtmLogin.User("owner@example.com", Secret.of("first"));
    private static final CtmLogin CHANGED = new CtmLogin.User("owner@example.com", Secret.of("second"));
    private static final CtmKeys KEYS = new CtmKeys(Secret.of("key"), Secret.of("secret"));
    private static final CtmKeys FRESH = new CtmKeys(Secret.of("fresh-key"), Secret.of("fresh-secret"));
    private static final KeysetHandle PREPARED = KeyRotation.prepared(Keysets.read(Keysets.generate()));
    private static final KeysetHandle PROMOTED = KeyRotation.promoted(PREPARED);

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoDatabase database;
    private KeyStore store;
    private LifeStore lives;

    @BeforeEach
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
        KeyDocument document = new KeyDocument(SecretBox.of(PREPARED));
        store = new KeyStore(database, document, InstantSource.system());
        lives = new LifeStore(store, document, database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private Connection add() {
        return lives.add(new ObjectId(), new ObjectId(), LifeMark.first(Instant.EPOCH), USER, KEYS)
                .orElseThrow();
    }

    private static ReencryptionReport reencrypt(MongoDatabase on) {
        return new Reencryption(PROMOTED, false, _ -> {}).of(new SealedStore(on, SealedCredentials.FIELDS));
    }

    private void reencryptWhile(Runnable happening) {
        AtomicInteger steps = new AtomicInteger();
        ReencryptionReport report = reencrypt(SteppedDatabase.of(database, () -> {
            if (steps.incrementAndGet() == 2) {
                happening.run();
            }
        }));
        assertThat(report.failed()).isEmpty();
        assertThat(new OldKeys(PROMOTED).neededBy(new SealedStore(database, SealedCredentials.FIELDS)))
                .isZero();
    }

    private Connection present(Connection connection) {
        return store.findEvenDeleted(connection.id()).orElseThrow();
    }

    @Test
    void aConnectionIsTheSameAfterwards() {
        Connection live = add();
        Connection flagged = add();
        store.invalidate(flagged);
        Connection deleted = add();
        lives.end(deleted, LifeMark.of(deleted, Turn.DELETED, Instant.EPOCH));
        Connection flaggedBefore = present(flagged);
        Connection deletedBefore = present(deleted);

        assertThat(reencrypt(database).reencrypted()).isEqualTo(3);

        assertThat(present(live)).isEqualTo(live);
        assertThat(present(flagged)).isEqualTo(flaggedBefore);
        assertThat(present(deleted)).isEqualTo(deletedBefore);
        assertThat(present(deleted).access().keys()).isEqualTo(KEYS);
    }

    @Test
    void aLoginThatComesInBetweenWins() {
        Connection seen = add();

        reencryptWhile(() -> assertThat(lives.update(seen, CHANGED, FRESH)).isPresent());

        assertThat(present(seen).worksWith(CHANGED)).isTrue();
        assertThat(present(seen).access().keys()).isEqualTo(FRESH);
        assertThat(present(seen).version()).isEqualTo(seen.version() + 1);
    }

    @Test
    void aRenewalThatComesInBetweenWins() {
        Connection seen = add();

        reencryptWhile(() -> assertThat(store.renew(seen, FRESH)).isPresent());

        assertThat(present(seen).access().keys()).isEqualTo(FRESH);
        assertThat(present(seen).worksWith(USER)).isTrue();
    }

    @Test
    void whoHasSeenTheConnectionBeforeIsNotDisturbed() {
        Connection renewed = add();
        Connection refused = add();
        Connection ended = add();

        reencrypt(database);

        assertThat(store.renew(renewed, FRESH)).isPresent();
        assertThat(store.invalidate(refused)).isTrue();
        assertThat(lives.end(ended, LifeMark.of(ended, Turn.DELETED, Instant.EPOCH)))
                .isPresent();
    }
}
