package io.ctmconnect.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files that lack something acknowledged, or are no store at all, must not open as if nothing had happened. */
class DamagedFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void refusesGarbage() throws IOException {
        Files.writeString(file(), "garbage ".repeat(10_000));
        assertRefused("is damaged");
    }

    @Test
    void refusesAFewBytesOfGarbage() throws IOException {
        Files.writeString(file(), "garbage");
        assertRefused("is damaged");
    }

    @Test
    void refusesAFileThatWasEmptied() throws IOException {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        truncate(0);
        assertRefused("is older");
    }

    @Test
    void refusesAFileThatWasDeleted() throws IOException {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        Files.delete(file());
        assertRefused("is older");
        assertRefused("is older");
    }

    @Test
    void refusesAnOlderCopyUnlessTheRecordIsDeleted() throws IOException {
        with(docs -> docs.insertOne(new Document("_id", 1)));
        Path copy = Files.copy(file(), directory.resolve("copy"));
        with(docs -> docs.insertOne(new Document("_id", 2)));
        Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
        assertRefused("is older");
        Files.delete(StoreOpening.in(directory).record());
        with(docs -> assertThat(docs.countDocuments()).isEqualTo(1));
    }

    @Test
    void refusesEveryTruncationAfterACleanClose() throws IOException {
        with(DamagedFileTest::insertManySeparately);
        assertEveryTruncationRefused();
    }

    @Test
    void refusesEveryTruncationAfterAKill() throws IOException {
        try (ServerProcess process = ServerProcess.start(false, directory);
                MongoClient client = MongoClients.create(process.firstLine())) {
            insertManySeparately(client.getDatabase("test").getCollection("docs"));
            process.kill();
        }
        assertEveryTruncationRefused();
    }

    private static void insertManySeparately(MongoCollection<Document> docs) {
        for (int i = 0; i < 60; i++) {
            docs.insertOne(new Document("_id", i).append("text", "x".repeat(2000)));
        }
        docs.updateOne(eq(0), set("text", "y"));
    }

    /** Cuts the file at every block, from the end. */
    private void assertEveryTruncationRefused() throws IOException {
        for (long size = Files.size(file()) - 4096; size >= 0; size -= 4096) {
            truncate(size);
            assertThatThrownBy(() -> EmbeddedMongo.start(directory, 0))
                    .as("truncated to %d bytes", size)
                    .isInstanceOf(EmbeddedMongoException.class)
                    .hasMessageContaining(file().toString());
        }
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> EmbeddedMongo.start(directory, 0))
                .isInstanceOf(EmbeddedMongoException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining(reason);
    }

    private void with(Consumer<MongoCollection<Document>> action) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            action.accept(client.getDatabase("test").getCollection("docs"));
        }
    }

    private void truncate(long size) throws IOException {
        try (RandomAccessFile data = new RandomAccessFile(file().toFile(), "rw")) {
            data.setLength(size);
        }
    }

    private Path file() {
        return StoreOpening.in(directory).file();
    }
}
