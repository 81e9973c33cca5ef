package io.ctmconnect.embedded;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What the service relies on, in the words of the official driver. Whatever passes this can hold the service's data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MongoContractTest {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    private static final int DUPLICATE_KEY = 11000;

    private final String database = "contract-" + new ObjectId();
    private TestServer server;
    private MongoClient client;
    private MongoCollection<Document> docs;

    abstract TestServer server();

    @BeforeAll
    void connect() {
        server = server();
        client = MongoClients.create(server.connectionString());
    }

    @BeforeEach
    void newCollection() {
        docs = client.getDatabase(database).getCollection("integrations.test." + new ObjectId());
    }

    @AfterAll
    void disconnect() {
        client.getDatabase(database).drop();
        client.close();
        server.close();
    }

    @Test
    void createsReadsUpdatesAndDeletes() {
        docs.insertOne(new Document("_id", 1).append("name", "a"));
        assertThat(docs.updateOne(eq(1), set("name", "b")).getModifiedCount()).isEqualTo(1);
        assertThat(docs.find(eq("name", "b")).first()).isEqualTo(new Document("_id", 1).append("name", "b"));
        assertThat(docs.deleteOne(eq(1)).getDeletedCount()).isEqualTo(1);
        assertThat(docs.countDocuments()).isZero();
    }

    @Test
    void uniqueIndexRefusesDuplicate() {
        docs.createIndex(ascending("code"), UNIQUE);
        docs.insertOne(new Document("code", "a"));
        assertDuplicate(() -> docs.insertOne(new Document("code", "a")));
    }

    @Test
    void uniqueIndexRefusesUpdateToDuplicate() {
        docs.createIndex(ascending("code"), UNIQUE);
        docs.insertMany(List.of(new Document("code", "a"), new Document("code", "b")));
        assertDuplicate(() -> docs.updateOne(eq("code", "b"), set("code", "a")));
        assertThat(docs.countDocuments(eq("code", "b"))).isEqualTo(1);
    }

    @Test
    void compoundUniqueIndexComparesAllFields() {
        docs.createIndex(ascending("account", "token"), UNIQUE);
        docs.insertOne(new Document("account", 1).append("token", "a"));
        docs.insertOne(new Document("account", 2).append("token", "a"));
        assertDuplicate(() -> docs.insertOne(new Document("account", 2).append("token", "a")));
    }

    @Test
    void sparseUniqueIndexLetsMissingFieldsRepeat() {
        docs.createIndex(ascending("reference"), new IndexOptions().unique(true).sparse(true));
        docs.insertMany(List.of(new Document(), new Document(), new Document("reference", "r")));
        assertDuplicate(() -> docs.insertOne(new Document("reference", "r")));
        docs.updateOne(eq("reference", "r"), unset("reference"));
        docs.insertOne(new Document("reference", "r"));
    }

    @Test
    void upsertInsertsOnceAndThenUpdates() {
        var update = combine(setOnInsert("createdAt", 1), inc("n", 1));
        assertThat(docs.updateOne(eq("k"), update, UPSERT).getUpsertedId()).isNotNull();
        assertThat(docs.updateOne(eq("k"), combine(setOnInsert("createdAt", 2), inc("n", 1)), UPSERT)
                        .getUpsertedId())
                .isNull();
        assertThat(docs.find().first())
                .isEqualTo(new Document("_id", "k").append("createdAt", 1).append("n", 2));
    }

    @Test
    void findOneAndUpdateReturnsTheNewDocument() {
        docs.insertOne(new Document("_id", 1).append("n", 1));
        assertThat(docs.findOneAndUpdate(eq(1), inc("n", 1), AFTER)).isEqualTo(new Document("_id", 1).append("n", 2));
        assertThat(docs.findOneAndUpdate(eq(2), inc("n", 1), AFTER)).isNull();
        assertThat(docs.findOneAndUpdate(
                        eq(2),
                        inc("n", 1),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(new Document("_id", 2).append("n", 1));
    }

    @Test
    void compareAndSetByVersion() {
        docs.createIndex(ascending("_id", "version"), UNIQUE);
        docs.insertOne(new Document("_id", 1).append("version", 1));
        var next = combine(inc("version", 1), set("state", "b"));
        assertThat(docs.updateOne(and(eq(1), eq("version", 1)), next).getModifiedCount())
                .isEqualTo(1);
        assertThat(docs.updateOne(and(eq(1), eq("version", 1)), next).getMatchedCount())
                .isZero();
        assertThat(docs.find(and(eq(1), eq("version", 2))).first()).containsEntry("state", "b");
    }

    @Test
    void anIdNarrowsAQueryAndAllItsOtherConditionsHold() {
        docs.insertMany(List.of(
                new Document("_id", 1).append("n", 1),
                new Document("_id", 2).append("n", 2),
                new Document("_id", 3).append("n", 3)));
        assertThat(docs.find(and(eq(1), eq("n", 1))).first()).isNotNull();
        assertThat(docs.find(and(eq(1), eq("n", 2))).first()).isNull();
        assertThat(docs.find(new Document("_id", 1).append("n", 2)).first()).isNull();
        assertThat(docs.find(and(in("_id", 1, 2, 3), gt("n", 1)))
                        .sort(descending("n"))
                        .skip(1)
                        .limit(1))
                .containsExactly(new Document("_id", 2).append("n", 2));
        assertThat(docs.find(and(eq(1), or(eq("n", 1), eq(2))))).hasSize(1);
        assertThat(docs.find(or(eq(1), eq("n", 3)))).hasSize(2);
        assertThat(docs.find(and(eq(1), eq(2)))).isEmpty();
        assertThat(docs.updateMany(and(in("_id", 1, 2), gt("n", 1)), set("n", 9))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(docs.deleteMany(and(in("_id", 2, 3), eq("n", 9))).getDeletedCount())
                .isEqualTo(1);
    }

    @Test
    void stepsMayBeAnsweredBeforeTheyAreJournaled() {
        MongoCollection<Document> unconfirmed =
                docs.withReadConcern(ReadConcern.LOCAL).withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
        unconfirmed.insertOne(new Document("_id", 1).append("n", 1));
        unconfirmed.findOneAndUpdate(eq(1), inc("n", 1));
        assertThat(unconfirmed.find(eq(1)).first()).containsEntry("n", 2);
        assertDuplicate(() -> unconfirmed.insertOne(new Document("_id", 1)));
        assertThat(docs.find(eq(1)).first()).containsEntry("n", 2);
    }

    @Test
    void updateOperators() {
        docs.insertOne(new Document("_id", 1)
                .append("high", 5)
                .append("low", 5)
                .append("old", true)
                .append("list", List.of(1))
                .append("metrics", new Document("n", 1)));
        docs.updateOne(
                eq(1),
                combine(
                        max("high", 9),
                        min("low", 2),
                        unset("old"),
                        push("list", 2),
                        addToSet("tags", "a"),
                        inc("metrics.n", 2),
                        set("metrics.at", 7)));
        docs.updateOne(eq(1), combine(max("high", 1), min("low", 9), addToSet("tags", "a")));
        assertThat(docs.find().first())
                .isEqualTo(new Document("_id", 1)
                        .append("high", 9)
                        .append("low", 2)
                        .append("list", List.of(1, 2))
                        .append("tags", List.of("a"))
                        .append("metrics", new Document("n", 3).append("at", 7)));
    }

    @Test
    void unorderedBulkWriteCountsThoseThatItFoundAsExpected() {
        docs.insertMany(List.of(
                new Document("_id", "a").append("version", 1L),
                new Document("_id", "b").append("version", 2L),
                new Document("_id", "c").append("version", 1L)));

        int matched = docs.bulkWrite(
                        List.of(
                                new UpdateOneModel<>(
                                        and(eq("_id", "a"), eq("version", 1L)),
                                        combine(set("countings", new Document("x", 1)), set("version", 2L))),
                                new UpdateOneModel<>(and(eq("_id", "b"), eq("version", 1L)), set("version", 2L)),
                                new ReplaceOneModel<>(
                                        and(eq("_id", "c"), eq("version", 1L)),
                                        new Document("_id", "c").append("version", 2L))),
                        new BulkWriteOptions().ordered(false))
                .getMatchedCount();

        assertThat(matched).isEqualTo(2);
        assertThat(docs.find(eq("_id", "a")).first())
                .isEqualTo(new Document("_id", "a").append("version", 2L).append("countings", new Document("x", 1)));
        assertThat(docs.find(eq("version", 2L))).hasSize(3);
    }

    @Test
    void unorderedInsertManyReportsDuplicatesAndInsertsTheRest() {
        docs.createIndex(ascending("code"), UNIQUE);
        docs.insertOne(new Document("code", "b"));
        List<Document> batch = List.of(
                new Document("code", "a"),
                new Document("code", "b"),
                new Document("code", "c"),
                new Document("code", "a"));
        assertThatThrownBy(() -> docs.insertMany(batch, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors())
                                .extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
                                .containsExactly(tuple(1, DUPLICATE_KEY), tuple(3, DUPLICATE_KEY)));
        assertThat(docs.distinct("code", String.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void valuesComeBackAsTheyWere() {
        Document document = new Document("_id", new ObjectId())
                .append("date", Date.from(Instant.parse("2026-03-29T01:30:00.123Z")))
                .append("amount", new Decimal128(new BigDecimal("12.340")))
                .append("long", 1L << 40)
                .append("double", 0.1)
                .append("flag", true)
                .append("nothing", null)
                .append("nested", List.of(new Document("a", List.of(1, "b"))));
        docs.insertOne(document);
        assertThat(docs.find(eq(document.get("_id"))).first()).isEqualTo(document);
    }

    @Test
    void sortsSkipsAndLimits() {
        docs.insertMany(IntStream.range(0, 10)
                .mapToObj(n -> new Document("_id", n).append("at", second(n)))
                .toList());
        assertThat(docs.find(gte("at", second(2)))
                        .sort(descending("at"))
                        .skip(1)
                        .limit(3)
                        .map(d -> d.getInteger("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(8, 7, 6);
    }

    @Test
    void readsLongResultsInBatches() {
        docs.insertMany(
                IntStream.range(0, 500).mapToObj(n -> new Document("_id", n)).toList());
        assertThat(docs.find().batchSize(50).into(new ArrayList<>())).hasSize(500);
    }

    @Test
    void updatesAndCountsAndDeletesMany() {
        docs.insertMany(IntStream.range(0, 10)
                .mapToObj(n -> new Document("_id", n).append("even", n % 2 == 0))
                .toList());
        assertThat(docs.updateMany(eq("even", true), set("seen", 1)).getModifiedCount())
                .isEqualTo(5);
        assertThat(docs.countDocuments(eq("seen", 1))).isEqualTo(5);
        assertThat(docs.deleteMany(eq("seen", 1)).getDeletedCount()).isEqualTo(5);
        assertThat(docs.countDocuments()).isEqualTo(5);
    }

    @Test
    void readsOfDifferentKindsOfIdsDoNotDisturbEachOther() throws Exception {
        MongoCollection<Document> others = client.getDatabase(database).getCollection("others." + new ObjectId());
        List<ObjectId> ids = Stream.generate(ObjectId::new).limit(300).toList();
        docs.insertMany(ids.stream().map(id -> new Document("_id", id)).toList());
        others.insertMany(
                ids.stream().map(id -> new Document("_id", id.toHexString())).toList());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> found = new ArrayList<>();
            for (ObjectId id : ids) {
                for (int again = 0; again < 10; again++) {
                    found.add(threads.submit(() -> docs.find(eq(id)).first() != null));
                    found.add(threads.submit(
                            () -> others.find(eq(id.toHexString())).first() != null));
                }
            }
            for (Future<Boolean> one : found) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void concurrentUpsertsOfOneKeyLeaveOneDocument() throws Exception {
        docs.createIndex(ascending("key"), UNIQUE);
        List<Integer> refused = inParallel(() -> docs.updateOne(eq("key", "k"), inc("n", 1), UPSERT));
        assertThat(refused).allMatch(code -> code == DUPLICATE_KEY);
        assertThat(docs.countDocuments()).isEqualTo(1);
        assertThat(docs.find().first()).containsEntry("n", 8 - refused.size());
    }

    @Test
    void concurrentInsertsOfOneKeyLetOneThrough() throws Exception {
        List<Integer> refused = inParallel(() -> docs.insertOne(new Document("_id", "same")));
        assertThat(refused).hasSize(7).allMatch(code -> code == DUPLICATE_KEY);
    }

    /** The codes of the errors that 8 simultaneous runs of it met. */
    private static List<Integer> inParallel(Runnable command) throws Exception {
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(command)).toList();
            for (var one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    codes.add(MongoException.fromThrowableNonNull(e.getCause()).getCode());
                }
            }
        }
        return codes;
    }

    private static Date second(int number) {
        return Date.from(Instant.EPOCH.plusSeconds(number));
    }

    private static void assertDuplicate(ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY));
    }
}
