package io.ctmconnect.embedded;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the server process again and again while clients write, and looks at what the next process finds: every
 * acknowledged write, nothing by half, and indexes that agree with the documents.
 *
 * <p>With the system property {@code embedded.bare=true} it runs on the bare engine, and fails.
 */
class EmbeddedMongoKillTest {
    private static final boolean BARE = Boolean.getBoolean("embedded.bare");
    private static final int KILLS = Integer.getInteger("embedded.kills", 24);
    private static final int KILLS_PER_DIRECTORY = 6;
    private static final int CLIENTS = 6;
    private static final int MOST_WRITES = Integer.getInteger("embedded.writes", 600);

    private final long seed = Long.getLong("embedded.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger allWrites = new AtomicInteger();
    private final AtomicInteger sharedIncrements = new AtomicInteger();
    private final List<String> problems = new ArrayList<>();
    private List<KillClient> clients = List.of();
    private int kills;
    private int lost;
    private int inconsistent;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory = Path.of("");

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        while (kills < KILLS) {
            killAndReopen(Files.createDirectory(directory.resolve("until-" + kills)));
        }
        String outcome = "%d kills, %d acknowledged commands, %d lost, %d files inconsistent; seed %d"
                .formatted(kills, allWrites.get(), lost, inconsistent, seed);
        System.out.println(outcome);
        assertThat(problems).as(outcome).isEmpty();
    }

    /** Each process first checks what the one before it left behind; the last check is in this process. */
    private void killAndReopen(Path data) throws Exception {
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new KillClient("c" + i, random.nextLong()))
                .toList();
        sharedIncrements.set(0);
        int problemsBefore = problems.size();
        for (int i = 0; i < KILLS_PER_DIRECTORY && problems.size() == problemsBefore; i++) {
            try (ServerProcess server = ServerProcess.start(BARE, data);
                    MongoClient client = MongoClients.create(server.firstLine())) {
                if (i == 0 || auditFindsNothing(client)) {
                    writeUntilKilled(server, client);
                }
            }
        }
        if (problems.size() == problemsBefore) {
            try (TestServer server = TestServer.start(BARE, data);
                    MongoClient client = MongoClients.create(server.connectionString())) {
                auditFindsNothing(client);
            }
        }
    }

    private void writeUntilKilled(ServerProcess server, MongoClient client) throws Exception {
        StoreAudit.of(client.getDatabase("test")).createIndexes();
        CountDownLatch writesToCome = new CountDownLatch(1 + random.nextInt(MOST_WRITES));
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (KillClient writer : clients) {
                writing.add(threads.submit(() -> write(writer, server, client.getDatabase("test"), writesToCome)));
            }
            writesToCome.await();
            server.kill();
            kills++;
            client.close();
            for (Future<?> writer : writing) {
                writer.get();
            }
        }
    }

    private void write(KillClient writer, ServerProcess server, MongoDatabase database, CountDownLatch writesToCome) {
        StoreAudit store = StoreAudit.of(database);
        MongoCollection<Document> counters = database.getCollection("counters");
        try {
            while (true) {
                writer.step(store.collection());
                writesToCome.countDown();
                counters.updateOne(eq("shared"), inc("n", 1), new UpdateOptions().upsert(true));
                sharedIncrements.incrementAndGet();
                writesToCome.countDown();
                allWrites.addAndGet(2);
            }
        } catch (MongoException | IllegalStateException e) {
            assertThat(writesToCome.getCount())
                    .as("writes before %s; %s", e, server.state())
                    .isZero();
        } finally {
            LongStream.range(0, writesToCome.getCount()).forEach(i -> writesToCome.countDown());
        }
    }

    private boolean auditFindsNothing(MongoClient client) {
        int before = problems.size();
        StoreAudit store = StoreAudit.of(client.getDatabase("test"));
        List<String> wrong = store.problems();
        inconsistent += wrong.isEmpty() ? 0 : 1;
        problems.addAll(wrong);
        List<Document> documents = store.documents();
        clients.forEach(writer -> lose(writer.lost(documents), "documents of a client"));
        lose(lostIncrements(client.getDatabase("test")), "increments of the shared counter");
        return problems.size() == before;
    }

    private int lostIncrements(MongoDatabase database) {
        Document counter = database.getCollection("counters").find(eq("shared")).first();
        int found = counter == null ? 0 : counter.getInteger("n");
        int atLeast = sharedIncrements.getAndSet(found);
        assertThat(found).isLessThanOrEqualTo(atLeast + CLIENTS);
        return Math.max(0, atLeast - found);
    }

    private void lose(int number, String what) {
        lost += number;
        if (number > 0) {
            problems.add("lost after kill %d: %d %s".formatted(kills, number, what));
        }
    }
}
