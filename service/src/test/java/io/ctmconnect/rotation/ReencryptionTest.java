package io.ctmconnect.rotation;

import com.google.crypto.tink.KeysetHandle;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.mongo.Killed;
import io.ctmconnect.mongo.SteppedDatabase;
import io.ctmconnect.rotation.ReencryptionReport.Failure;
import io.ctmconnect.secrets.KeyRotation;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.secrets.SealedFields;
import io.ctmconnect.secrets.Secret;
import io.ctmconnect.secrets.SecretBox;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReencryptionTest {
    private static final SealedFields FIELDS = SealedFields.of("things", "password", "key");
    private static final KeysetHandle BEFORE = Keysets.read(Keysets.generate());
    private static final KeysetHandle AFTER = KeyRotation.promoted(KeyRotation.prepared(BEFORE));
    private static final SecretBox OLD = SecretBox.of(BEFORE);
    private static final SecretBox NEW = SecretBox.of(KeyRotation.primaryAlone(AFTER));
    private static final SecretBox STRANGER = SecretBox.of(Keysets.read(Keysets.generate()));

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        database = client.getDatabase("test");
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        things().drop();
    }

    private MongoCollection<Document> things() {
        return database.getCollection(FIELDS.collection());
    }

    private Document stored(ObjectId id) {
        return Objects.requireNonNull(things().find(eq(id)).first());
    }

    private List<Document> all() {
        return things().find().into(new ArrayList<>());
    }

    private static String seal(SecretBox box, ObjectId id, String field, String text) {
        return box.seal(Secret.of(text), FIELDS.place(id.toHexString(), field));
    }

    private static String open(Document document, String field) {
        return NEW.open(
                        Objects.requireNonNull(document.getString(field)),
                        FIELDS.place(document.getObjectId("_id").toHexString(), field))
                .reveal();
    }

    private ObjectId add(SecretBox passwordBy, SecretBox keyBy) {
        ObjectId id = new ObjectId();
        things().insertOne(new Document("_id", id)
                .append("password", seal(passwordBy, id, "password", "a password"))
                .append("key", seal(keyBy, id, "key", "a key"))
                .append("version", 7L)
                .append("updatedAt", "then"));
        return id;
    }

    private void addMany(int count) {
        IntStream.range(0, count).forEach(_ -> add(OLD, OLD));
    }

    private ReencryptionReport run(MongoDatabase on, boolean dryRun) {
        return new Reencryption(AFTER, dryRun, _ -> {}).of(new SealedStore(on, FIELDS));
    }

    private ReencryptionReport run() {
        return run(database, false);
    }

    /** The database, where this happens once, between the look at a document and its change. */
    private MongoDatabase beforeTheFirstChange(Runnable happening) {
        AtomicInteger steps = new AtomicInteger();
        return SteppedDatabase.of(database, () -> {
            if (steps.incrementAndGet() == 2) {
                happening.run();
            }
        });
    }

    private long needingOldKeys() {
        return new OldKeys(AFTER).neededBy(new SealedStore(database, FIELDS));
    }

    private static ReencryptionReport report(long reencrypted, long current, Failure... failed) {
        return new ReencryptionReport(
                FIELDS.collection(), reencrypted + current + failed.length, reencrypted, current, List.of(failed));
    }

    @Test
    void everySecretIsSealedWithThePrimaryKeyAndNothingElseIsChanged() {
        ObjectId id = add(OLD, OLD);
        things().insertOne(new Document("key", null).append("user", "nobody"));

        assertThat(needingOldKeys()).isEqualTo(1);
        assertThat(run()).isEqualTo(report(1, 0));

        Document stored = stored(id);
        assertThat(open(stored, "password")).isEqualTo("a password");
        assertThat(open(stored, "key")).isEqualTo("a key");
        assertThat(stored)
                .containsEntry("version", 7L)
                .containsEntry("updatedAt", "then")
                .hasSize(5);
        assertThat(needingOldKeys()).isZero();
    }

    @Test
    void whatThePrimaryKeyHasSealedIsLeftAsItIs() {
        ObjectId half = add(OLD, NEW);
        add(NEW, NEW);
        String key = stored(half).getString("key");

        assertThat(run()).isEqualTo(report(1, 1));
        assertThat(stored(half).getString("key")).isEqualTo(key);

        List<Document> before = all();
        assertThat(run()).isEqualTo(report(0, 2));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aDryRunCountsAndChangesNothing() {
        addMany(3);
        add(NEW, NEW);
        List<Document> before = all();

        assertThat(run(database, true)).isEqualTo(report(3, 1));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whereverItIsKilledTheNextRunCompletesIt() {
        for (int lives = 1; lives <= 6; lives++) {
            things().drop();
            addMany(5);
            AtomicInteger left = new AtomicInteger(lives);
            MongoDatabase mortal = SteppedDatabase.of(database, () -> {
                if (left.decrementAndGet() < 0) {
                    throw new Killed();
                }
            });
            int done = lives - 1;
            if (done < 5) {
                assertThatThrownBy(() -> run(mortal, false)).isInstanceOf(Killed.class);
            } else {
                run(mortal, false);
            }

            assertThat(needingOldKeys()).isEqualTo(5 - done);
            assertThat(run()).isEqualTo(report(5 - done, done));
            assertThat(all()).allMatch(document -> "a password".equals(open(document, "password")));
        }
    }

    @Test
    void whatDoesNotOpenIsNamedAndTheRestIsDone() {
        ObjectId broken = add(OLD, STRANGER);
        ObjectId odd = add(STRANGER, OLD);
        things().updateOne(eq(odd), set("password", 12));
        add(OLD, OLD);

        String reason = "does not open with any key of the keyset";
        assertThat(run())
                .isEqualTo(report(
                        1, 0, new Failure(broken.toHexString(), reason), new Failure(odd.toHexString(), reason)));
        assertThat(open(stored(broken), "password")).isEqualTo("a password");
        assertThat(open(stored(odd), "key")).isEqualTo("a key");
        assertThat(needingOldKeys()).as("lost anyway").isZero();
    }

    @Test
    void aChangeThatComesInBetweenWins() {
        ObjectId id = add(OLD, OLD);
        String byTheService = seal(OLD, id, "password", "another password");

        ReencryptionReport report =
                run(beforeTheFirstChange(() -> things().updateOne(eq(id), set("password", byTheService))), false);

        assertThat(report).isEqualTo(report(1, 0));
        Document stored = stored(id);
        assertThat(open(stored, "password")).isEqualTo("another password");
        assertThat(open(stored, "key")).isEqualTo("a key");
    }

    @Test
    void whatIsRemovedInBetweenStaysAway() {
        ObjectId id = add(OLD, OLD);

        assertThat(run(beforeTheFirstChange(() -> things().deleteOne(eq(id))), false))
                .isEqualTo(report(0, 1));
        assertThat(all()).isEmpty();
    }

    @Test
    void whatChangesAgainAndAgainIsNamed() {
        ObjectId id = add(OLD, OLD);
        MongoDatabase busy = SteppedDatabase.of(
                database, () -> things().updateOne(eq(id), set("key", seal(OLD, id, "key", "another key"))));

        assertThat(run(busy, false)).isEqualTo(report(0, 0, new Failure(id.toHexString(), "keeps being changed")));
        assertThat(run()).isEqualTo(report(1, 0));
    }

    @Test
    void itTellsHowFarItIs() {
        addMany(101);
        List<Long> told = new ArrayList<>();

        new Reencryption(AFTER, true, soFar -> told.add(soFar.lookedAt())).of(new SealedStore(database, FIELDS));

        assertThat(told).containsExactly(100L);
    }
}
