package io.ctmconnect.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/**
 * What durability costs: operations a second with 8 clients, on the durable server and on the bare engine, interleaved
 * so that a noisy machine treats both alike. Also prints the size of the file while 1 000 documents are overwritten.
 * Run {@code main} with the test class path; not a test.
 */
final class EmbeddedMongoBench {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final String TEXT = "x".repeat(1000);

    private final AtomicInteger ids = new AtomicInteger();

    private interface Operation {
        void run(MongoCollection<Document> collection, int number);
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedMongoBench bench = new EmbeddedMongoBench();
        for (int round = 1; round <= ROUNDS; round++) {
            for (boolean bare : new boolean[] {false, true}) {
                bench.measure(round, bare);
            }
        }
        bench.growth();
    }

    private void measure(int round, boolean bare) throws Exception {
        Path directory = Files.createTempDirectory("embedded-bench");
        ids.set(0);
        try (TestServer server = TestServer.start(bare, directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> collection = client.getDatabase("bench").getCollection("docs");
            double inserts = rate(collection, (docs, n) -> docs.insertOne(document(ids.incrementAndGet())));
            double increments = rate(collection, (docs, n) -> docs.updateOne(eq("_id", n % 1000), inc("n", 1)));
            double reads =
                    rate(collection, (docs, n) -> docs.find(eq("_id", n % 1000)).first());
            double mixed = rate(collection, this::readsAndWrites);
            System.out.printf(
                    "round %d %-7s inserts/s %,7.0f  $inc/s %,7.0f  reads/s %,7.0f  3 reads : 1 write/s %,7.0f  file %,d KB%n",
                    round, bare ? "bare" : "durable", inserts, increments, reads, mixed, kilobytes(directory));
        }
    }

    private void readsAndWrites(MongoCollection<Document> docs, int n) {
        if (n % 4 == 0) {
            docs.updateOne(eq("_id", n % 1000), inc("n", 1));
        } else {
            docs.find(eq("_id", n % 1000)).first();
        }
    }

    private void growth() throws Exception {
        Path directory = Files.createTempDirectory("embedded-bench");
        try (TestServer server = TestServer.start(false, directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> collection = client.getDatabase("bench").getCollection("docs");
            IntStream.range(0, 1000).forEach(i -> collection.insertOne(document(i)));
            for (int slice = 1; slice <= 15; slice++) {
                double rate = rate(collection, (docs, n) -> docs.updateOne(eq("_id", n % 1000), set("text", TEXT + n)));
                System.out.printf(
                        "after %d s of overwriting 1 000 documents (%,.0f/s): %,d KB%n",
                        slice * SLICE.toSeconds(), rate, kilobytes(directory));
            }
        }
    }

    private static double rate(MongoCollection<Document> collection, Operation operation) throws Exception {
        long start = System.nanoTime();
        long end = start + SLICE.toNanos();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            var running = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(() -> repeat(collection, operation, done, end)))
                    .toList();
            for (Future<?> client : running) {
                client.get();
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static void repeat(
            MongoCollection<Document> collection, Operation operation, AtomicInteger done, long end) {
        while (System.nanoTime() < end) {
            operation.run(collection, done.incrementAndGet());
        }
    }

    private static Document document(int id) {
        return new Document("_id", id).append("text", TEXT).append("n", 0);
    }

    private static long kilobytes(Path directory) throws IOException {
        return Files.size(StoreOpening.in(directory).file()) / 1024;
    }
}
