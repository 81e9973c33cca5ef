package io.ctmconnect.callstore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ctmconnect.callstore.Interleaving.Worker;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.platform.CampaignCountStore;
import io.ctmconnect.platform.CampaignCounts;
import io.ctmconnect.platform.CampaignMetrics;
import io.ctmconnect.platform.PlatformSettings;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes, in which order, how often, from how many processes, and wherever they crash: the counts are exact. */
@SuppressWarnings("NullAway.Init")
class ExactCountsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlatformSettings PLATFORM = new PlatformSettings("campaigns");
    private static final List<ObjectId> CAMPAIGNS = List.of(new ObjectId(), new ObjectId());
    private static final List<String> STATUSES =
            List.of("ringing", "in progress", "answered", "no answer", "failed", "canceled", "busy", "voicemail");

    private static EmbeddedMongo server;
    private static MongoClient client;

    @BeforeContainer
    static void open() throws IOException {
        server = EmbeddedMongo.start(Files.createTempDirectory("counts"), 0);
        client = MongoClients.create(server.connectionString());
    }

    @AfterContainer
    static void close() {
        client.close();
        server.close();
    }

    static final class Crash extends RuntimeException {}

    @Provide
    Arbitrary<List<CallUpdate>> events() {
        Arbitrary<CallUpdate> event = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(STATUSES),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(CAMPAIGNS))
                .as(ExactCountsTest::event);
        return event.list().ofMinSize(1).ofMaxSize(8);
    }

    private static CallUpdate event(
            int call, String status, int duration, int indexedAt, int start, ObjectId campaign) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", call)
                .put("direction", call % 2 == 0 ? "inbound" : "outbound")
                .put("call_status", status)
                .put("unix_time", 1_773_754_951 + start)
                .put("indexed_at", indexedAt);
        if (!status.equals("ringing")) {
            json.put("duration", duration);
        }
        return new CallUpdate("482913", new Call(json), campaign);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theMetricsAreThoseOfTheStoredCalls(@ForAll("events") List<CallUpdate> events, @ForAll Random random) {
        MongoDatabase database = emptyDatabase();

        deliver(database, events, random);

        CallStore calls = new CallStore(database);
        Map<String, StoredCall> expected = fold(events);
        Map<String, StoredCall> stored = calls.find(expected.keySet());
        assertThat(stored).hasSameSizeAs(expected);
        stored.forEach((key, call) -> {
            StoredCall folded = Objects.requireNonNull(expected.get(key));
            assertThat(call.call()).isEqualTo(folded.call());
            assertThat(call.countings().keySet()).isEqualTo(folded.countings().keySet());
            assertThat(call.endedFor()).isEqualTo(folded.endedFor());
        });
        Map<ObjectId, CampaignCounts> counts = new CampaignCountStore(database, PLATFORM).find(CAMPAIGNS);
        for (ObjectId campaign : CAMPAIGNS) {
            assertThat(Objects.requireNonNull(counts.get(campaign)).metrics()).isEqualTo(recount(campaign, stored));
        }
    }

    /** What is read from CTM's list is of no campaign, and comes in between at any moment. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void callsThatAreReadBesideLeaveTheMetricsThoseOfTheStoredCalls(
            @ForAll("events") List<CallUpdate> events, @ForAll("events") List<CallUpdate> rows, @ForAll Random random) {
        MongoDatabase database = emptyDatabase();
        Iterator<CallUpdate> queue = events.iterator();
        Iterator<CallUpdate> list = rows.iterator();

        new Interleaving(random)
                .run(List.of(
                        step -> work(database, queue, random, step),
                        step -> work(database, queue, random, step),
                        step -> read(database, list, random, step)));

        Map<String, StoredCall> stored =
                new CallStore(database).find(fold(all(events, rows)).keySet());
        assertThat(stored.keySet()).isEqualTo(fold(all(events, rows)).keySet());
        fold(all(events, rows))
                .forEach((key, folded) -> assertThat(Objects.requireNonNull(stored.get(key))
                                .version()
                                .isBeyond(folded.version()))
                        .isFalse());
        Map<ObjectId, CampaignCounts> counts = new CampaignCountStore(database, PLATFORM).find(CAMPAIGNS);
        for (ObjectId campaign : CAMPAIGNS) {
            assertThat(Objects.requireNonNull(counts.get(campaign)).metrics()).isEqualTo(recount(campaign, stored));
            assertThat(counted(stored, campaign)).isEqualTo(counted(fold(events), campaign));
        }
    }

    private static List<CallUpdate> all(List<CallUpdate> events, List<CallUpdate> rows) {
        List<CallUpdate> all = new ArrayList<>(events);
        rows.forEach(row -> all.add(new CallUpdate(row.ctmAccount(), row.call(), null)));
        return all;
    }

    private static List<String> counted(Map<String, StoredCall> calls, ObjectId campaign) {
        return calls.values().stream()
                .filter(call -> call.countings().containsKey(campaign))
                .map(StoredCall::key)
                .sorted()
                .toList();
    }

    private static void read(MongoDatabase database, Iterator<CallUpdate> list, Random random, Runnable step) {
        CallUpdates updates = updates(database, random, step);
        while (list.hasNext()) {
            Call row = list.next().call();
            untilNoCrash(() -> updates.store("482913", List.of(row)));
        }
    }

    private static MongoDatabase emptyDatabase() {
        MongoDatabase database = client.getDatabase("counts");
        database.getCollection(CallStore.COLLECTION).deleteMany(new Document());
        database.getCollection("campaigns").deleteMany(new Document());
        CAMPAIGNS.forEach(campaign -> database.getCollection("campaigns").insertOne(new Document("_id", campaign)));
        return database;
    }

    /** All of the events, at least once each, shuffled, by processes that crash and get in each other's way. */
    private static void deliver(MongoDatabase database, List<CallUpdate> events, Random random) {
        List<CallUpdate> all = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        Iterator<CallUpdate> queue = all.iterator();
        Worker process = step -> work(database, queue, random, step);
        new Interleaving(random).run(List.of(process, process, process));
    }

    private static void work(MongoDatabase database, Iterator<CallUpdate> queue, Random random, Runnable step) {
        CallUpdates updates = updates(database, random, step);
        while (queue.hasNext()) {
            List<CallUpdate> bunch = new ArrayList<>();
            for (int size = 1 + random.nextInt(3); size > 0 && queue.hasNext(); size--) {
                bunch.add(queue.next());
            }
            untilNoCrash(() -> updates.apply(bunch));
        }
    }

    /** Those of a process that may crash before and after each of its writes. */
    private static CallUpdates updates(MongoDatabase database, Random random, Runnable step) {
        MongoDatabase watched = WatchedDatabase.of(database, () -> {
            step.run();
            if (random.nextInt(12) == 0) {
                throw new Crash();
            }
        });
        return new CallUpdates(new CallStore(watched), new CampaignCountStore(watched, PLATFORM));
    }

    /** After a crash another process takes the events over: they come again. */
    private static void untilNoCrash(Runnable work) {
        for (boolean done = false; !done; ) {
            try {
                work.run();
                done = true;
            } catch (Crash _) {
                done = false;
            }
        }
    }

    private static Map<String, StoredCall> fold(List<CallUpdate> events) {
        Map<String, StoredCall> all = new TreeMap<>();
        events.forEach(event -> all.merge(event.callKey(), StoredCall.of(event), StoredCall::and));
        return all;
    }

    private static CampaignMetrics recount(ObjectId campaign, Map<String, StoredCall> stored) {
        return stored.values().stream()
                .filter(call -> call.countings().containsKey(campaign))
                .map(call -> call.contribution().asMetrics())
                .reduce(CampaignMetrics.NONE, CampaignMetrics::plus);
    }
}
