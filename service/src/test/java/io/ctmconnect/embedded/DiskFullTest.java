package io.ctmconnect.embedded;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiskFullTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void stopsInsteadOfAcknowledgingAndReopensAtTheLastAcknowledgedWrite() throws IOException {
        FullDisk.register();
        DurableBackend backend = new DurableBackend(onFullDisk(StoreOpening.in(directory)));
        MongoServer server = new MongoServer(backend);
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> docs = client.getDatabase("test").getCollection("docs");
            docs.insertOne(new Document("_id", 1).append("text", "old"));
            FullDisk.fill();
            assertStopped(() -> docs.updateOne(eq(1), set("text", "new")), backend);
            assertStopped(() -> docs.insertOne(new Document("_id", 2)), backend);
            assertStopped(() -> docs.find().first(), backend);
            assertStopped(() -> client.getDatabase("test").runCommand(new Document("ping", 1)), backend);
        } finally {
            server.shutdownNow();
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory, 0);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            assertThat(client.getDatabase("test").getCollection("docs").find())
                    .containsExactly(new Document("_id", 1).append("text", "old"));
        }
    }

    private static StoreFile onFullDisk(StoreOpening opening) throws IOException {
        MVStore store = new MVStore.Builder()
                .fileName("full:" + opening.file())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setStoreVersion(StoreOpening.FORMAT);
        return new StoreFile(store, AcknowledgedVersion.open(opening.record()));
    }

    private static void assertStopped(Runnable command, DurableBackend backend) {
        assertThatThrownBy(command::run)
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("No space left on device");
        assertThat(backend.running()).isFalse();
    }
}
