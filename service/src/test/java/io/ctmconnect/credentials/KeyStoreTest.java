package io.ctmconnect.credentials;

import com.google.crypto.tink.KeysetHandle;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Compare-and-set on key documents, on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class KeyStoreTest {
    private static final CtmLogin USER = new CtmLogin.User("owner@example.com", Secret.of("first"));
    private static final CtmLogin CHANGED = new CtmLogin.User("owner@example.com", Secret.of("second"));
    private static final CtmKeys KEYS = new CtmKeys(Secret.of("key"), Secret.of("secret"));
    private static final CtmKeys FRESH = new CtmKeys(Secret.of("fresh-key"), Secret.of("fresh-secret"));

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoDatabase database;
    private KeyDocument document;
    private KeyStore store;
    private LifeStore lives;

    @BeforeAll
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
        document = documentWith(Keysets.read(Keysets.generate()));
        store = new KeyStore(database, document, InstantSource.system());
        lives = new LifeStore(store, document, database);
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    private static KeyDocument documentWith(KeysetHandle keyset) {
        return new KeyDocument(SecretBox.of(keyset));
    }

    private Optional<Connection> add(ObjectId account) {
        return lives.add(new ObjectId(), account, LifeMark.first(Instant.EPOCH), USER, KEYS);
    }

    @Test
    void aSlowOldRefusalNeverUndoesANewerLogin() {
        Connection old = add(new ObjectId()).orElseThrow();
        Connection newer = lives.update(old, CHANGED, FRESH).orElseThrow();

        assertThat(store.invalidate(old)).isFalse();
        assertThat(store.renew(old, KEYS)).isEmpty();

        Connection present = store.find(old.id()).orElseThrow();
        assertThat(present.tokenInvalidated()).isFalse();
        assertThat(present.version()).isEqualTo(newer.version());
        assertThat(present.access().keys()).isEqualTo(FRESH);
    }

    @Test
    void aLoginClearsTheFlagThatAnOlderOneGot() {
        Connection refused = add(new ObjectId()).orElseThrow();
        assertThat(store.invalidate(refused)).isTrue();
        Connection flagged = store.find(refused.id()).orElseThrow();

        assertThat(flagged.tokenInvalidated()).isTrue();
        assertThat(flagged.invalidatedAt()).isNotNull();
        Connection mended = lives.update(flagged, CHANGED, FRESH).orElseThrow();

        assertThat(mended.tokenInvalidated()).isFalse();
        assertThat(mended.invalidatedAt()).isNull();
        assertThat(lives.update(refused, USER, KEYS)).as("an outdated writer").isEmpty();
    }

    @Test
    void anAccountHasOneLiveConnection() {
        ObjectId one = new ObjectId();
        assertThat(add(one)).isPresent();

        assertThat(add(one)).isEmpty();
        assertThat(store.liveOf(one)).isPresent();
        assertThat(store.newestDeletedOf(one)).isEmpty();
    }

    @Test
    void secretsThatDoNotOpenAreEmptyAndCanBeReplaced() {
        Connection stored = add(new ObjectId()).orElseThrow();
        KeyDocument otherDocument = documentWith(Keysets.read(Keysets.generate()));
        KeyStore otherKeys = new KeyStore(database, otherDocument, InstantSource.system());

        Connection unreadable = otherKeys.find(stored.id()).orElseThrow();
        assertThat(unreadable.credentials()).isEmpty();
        assertThat(unreadable.worksWith(USER)).isFalse();
        Optional<Connection> replaced =
                new LifeStore(otherKeys, otherDocument, database).update(unreadable, USER, KEYS);

        assertThat(replaced.orElseThrow().access().keys()).isEqualTo(KEYS);
    }

    @Test
    void theLastSuccessIsNotedWithoutANewVersion() {
        Connection stored = add(new ObjectId()).orElseThrow();

        store.noteSuccess(stored.id());

        Connection present = store.find(stored.id()).orElseThrow();
        assertThat(present.lastSuccessAt()).isNotNull();
        assertThat(present.version()).isEqualTo(stored.version());
    }

    @Test
    void aConnectionThatOthersSoftDeletedIsNotLiveAndCanBeRevived() {
        Connection stored = add(new ObjectId()).orElseThrow();
        Date deleted = Date.from(Instant.EPOCH);
        keys().updateOne(Filters.eq(stored.id()), Updates.set("deleted", deleted));

        assertThat(store.find(stored.id())).isEmpty();
        assertThat(store.liveOf(stored.account())).isEmpty();
        Connection newest = store.newestDeletedOf(stored.account()).orElseThrow();
        assertThat(newest.id()).isEqualTo(stored.id());
        LifeMark mark = LifeMark.of(newest, Turn.ADDED, Instant.EPOCH);
        assertThat(lives.revive(newest, mark, CHANGED, FRESH)).isPresent();
        assertThat(store.liveOf(stored.account())).isPresent();
    }

    @Test
    void aDocumentOfAnotherWriterIsReadAndCanBeReplaced() {
        ObjectId account = new ObjectId();
        Document bare = new Document("account_id", account).append("user", "owner@example.com");
        keys().insertOne(bare);

        Connection found = store.liveOf(account).orElseThrow();
        assertThat(found.worksWith(USER)).isFalse();
        Connection saved = lives.update(found, USER, KEYS).orElseThrow();

        assertThat(saved.id()).isEqualTo(bare.getObjectId("_id"));
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.access().keys()).isEqualTo(KEYS);
        assertThat(add(account)).as("it is the account's one now").isEmpty();
    }

    private MongoCollection<Document> keys() {
        return database.getCollection(KeyStore.COLLECTION);
    }
}
