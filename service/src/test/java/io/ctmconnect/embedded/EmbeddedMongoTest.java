package io.ctmconnect.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedMongoTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void keepsDataWhenClosedAndReopened() {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        with(docs -> assertThat(docs.countDocuments()).isEqualTo(1));
    }

    @Test
    void everyKindOfValueIsTheSameAfterReopening() {
        Document all = new Document("_id", new ObjectId())
                .append("text", "äöü")
                .append("number", 1)
                .append("long", 1L)
                .append("double", 1.5)
                .append("decimal", new Decimal128(7))
                .append("flag", true)
                .append("nothing", null)
                .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("id", new ObjectId())
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("list", List.of(1, "a", new Document("b", 2)))
                .append("inner", new Document("c", List.of()));
        with(docs -> docs.insertOne(all));
        with(docs -> assertThat(docs.find(eq(all.get("_id"))).first()).isEqualTo(all));
    }

    @Test
    void uniqueIndexesAreInForceAfterReopening() {
        with(docs -> {
            docs.createIndex(ascending("number", "text", "date"), new IndexOptions().unique(true));
            IntStream.range(0, 230)
                    .forEach(i -> docs.insertOne(new Document("number", i % 7)
                            .append("text", "t" + i % 11)
                            .append("date", i % 3 == 0 ? null : Date.from(Instant.ofEpochMilli(i)))));
        });
        with(docs -> IntStream.range(0, 230)
                .mapToObj(i -> new Document("number", i % 7)
                        .append("text", "t" + i % 11)
                        .append("date", i % 3 == 0 ? null : Date.from(Instant.ofEpochMilli(i))))
                .forEach(same -> assertThatThrownBy(() -> docs.insertOne(same)).hasMessageContaining("E11000")));
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        try (MVStore store = MVStore.open(StoreOpening.in(directory).file().toString())) {
            store.setStoreVersion(StoreOpening.FORMAT + 1);
        }
        assertThatThrownBy(() -> EmbeddedMongo.start(directory, 0))
                .isInstanceOf(EmbeddedMongoException.class)
                .hasMessageContaining("has format " + (StoreOpening.FORMAT + 1));
    }

    @Test
    void createsTheDataDirectory() {
        EmbeddedMongo.start(directory.resolve("a/b"), 0).close();
        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void listensOnLoopbackAlone() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0)) {
            assertThat(mongo.connectionString()).startsWith("mongodb://127.0.0.1:" + mongo.port() + "/");
            assertThat(mongo.healthy()).isTrue();
        }
    }

    @Test
    void isUnhealthyOnceClosedAndClosesTwice() {
        EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
        mongo.close();
        mongo.close();
        assertThat(mongo.healthy()).isFalse();
    }

    @Test
    void concurrentClientsReadBackWhatWasAcknowledged() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
                MongoClient client = MongoClients.create(mongo.connectionString());
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            MongoCollection<Document> docs = client.getDatabase("test").getCollection("docs");
            List<Future<?>> running = IntStream.range(0, 16)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> writeAndReadBack(docs, thread)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(docs.find(eq("shared")).first()).containsEntry("n", 16 * 40);
            assertThat(docs.countDocuments()).isEqualTo(16 * 40 + 1);
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessHolds() throws IOException {
        try (ServerProcess other = ServerProcess.start(false, directory)) {
            assertThat(other.firstLine()).startsWith("mongodb://");
            assertThatThrownBy(() -> EmbeddedMongo.start(directory, 0))
                    .isInstanceOf(EmbeddedMongoException.class)
                    .hasMessageContaining("embedded-mongodb.mv is in use by another process");
        }
        with(docs -> docs.insertOne(new Document("_id", 1)));
    }

    @Test
    void tellsTheOtherProcessThatThisOneHoldsTheDirectory() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
                ServerProcess other = ServerProcess.start(false, directory)) {
            assertThat(other.firstLine()).contains("is in use by another process");
            assertThat(mongo.healthy()).isTrue();
        }
    }

    @Test
    void tellsTheWayToADatabaseThatIsOpenElsewhere() throws IOException {
        assertThat(EmbeddedMongo.existsIn(directory)).isFalse();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0)) {
            assertThat(EmbeddedMongo.existsIn(directory)).isTrue();
            assertThat(EmbeddedMongo.openElsewhere(directory)).contains(mongo.connectionString());
        }
        assertThat(EmbeddedMongo.openElsewhere(directory)).isEmpty();
    }

    @Test
    void aNoteThatWasLeftBehindMisleadsNobody() throws IOException {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        ServerNote.in(directory).write(27_017);

        assertThat(EmbeddedMongo.openElsewhere(directory)).isEmpty();
    }

    @Test
    void namesAPortThatIsInUseAndReleasesTheFile() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedMongo.start(directory, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedMongoException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        with(docs -> docs.insertOne(new Document("_id", 1)));
    }

    @Test
    void refusesADataDirectoryThatIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedMongo.start(file, 0))
                .isInstanceOf(EmbeddedMongoException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void fileStaysSmallWhileTheSameDocumentsAreOverwritten() throws IOException {
        with(docs -> {
            docs.insertMany(IntStream.range(0, 200)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());
            for (int i = 0; i < 300; i++) {
                docs.updateMany(new Document(), set("text", i + "x".repeat(1000)));
            }
        });
        assertThat(Files.size(StoreOpening.in(directory).file())).isLessThan(5_000_000);
    }

    private static void writeAndReadBack(MongoCollection<Document> docs, int thread) {
        for (int i = 0; i < 40; i++) {
            Document document = new Document("_id", thread * 1000 + i).append("text", "t" + thread);
            docs.insertOne(document);
            assertThat(docs.find(eq(document.get("_id"))).first()).isEqualTo(document);
            docs.updateOne(eq("shared"), inc("n", 1), new UpdateOptions().upsert(true));
        }
    }

    private void with(Consumer<MongoCollection<Document>> action) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            action.accept(client.getDatabase("test").getCollection("docs"));
        }
    }
}
