package io.ctmconnect.embedded;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** Changes documents of its own by random commands. Ids and unique keys come from small pools, so deleted ones return. */
final class KillClient {
    private static final int IDS = 60;
    private static final int NUMBERS = 300;

    private final String name;
    private final Random random;
    private final Acknowledged acknowledged = new Acknowledged();

    KillClient(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    /** How many of its documents are not as acknowledged; what is there counts as acknowledged from now on. */
    int lost(List<Document> found) {
        return acknowledged.lost(found.stream()
                .filter(document -> id(document).startsWith(name + "-"))
                .collect(toMap(KillClient::id, identity())));
    }

    /** Runs one command and returns when it is acknowledged. */
    void step(MongoCollection<Document> target) {
        int size = acknowledged.documents().size();
        switch (size < 5 ? 0 : random.nextInt(size > IDS / 2 ? 24 : 9)) {
            case 0 -> insert(target);
            case 1 -> insertManyWithDuplicate(target);
            case 2 -> upsert(target);
            case 3 -> increment(target);
            case 4 -> findAndUpdate(target);
            case 5 -> changeKeys(target);
            case 6 -> toggleReference(target);
            case 7 -> insertDuplicate(target);
            default -> delete(target);
        }
    }

    private void insert(MongoCollection<Document> target) {
        Document document = fresh(List.of());
        will(document, () -> target.insertOne(document));
    }

    private void insertManyWithDuplicate(MongoCollection<Document> target) {
        Document first = fresh(List.of());
        Document last = fresh(List.of(first));
        Document duplicate = fresh(List.of(first, last)).append("code", some().get("code"));
        var effect = Map.of(id(first), Optional.of(first), id(last), Optional.of(last));
        acknowledged.run(effect, () -> {
            try {
                target.insertMany(List.of(first, duplicate, last), new InsertManyOptions().ordered(false));
                throw new AssertionError("a duplicate was accepted: " + duplicate);
            } catch (MongoBulkWriteException e) {
                assertThat(e.getWriteErrors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.getCode()).isEqualTo(11000));
            }
        });
    }

    private void upsert(MongoCollection<Document> target) {
        Document document = fresh(List.of()).append("n", 1);
        var update = combine(
                inc("n", 1),
                setOnInsert("code", document.get("code")),
                setOnInsert("group", document.get("group")),
                setOnInsert("number", document.get("number")));
        will(document, () -> target.updateOne(eq(id(document)), update, new UpdateOptions().upsert(true)));
    }

    private void increment(MongoCollection<Document> target) {
        Document document = some();
        document.append("n", document.getInteger("n") + 1);
        will(document, () -> target.updateOne(eq(id(document)), inc("n", 1)));
    }

    private void findAndUpdate(MongoCollection<Document> target) {
        Document document = some();
        List<Integer> log = new ArrayList<>(document.getList("log", Integer.class, List.of()));
        log.add(log.size());
        document.append("log", log);
        will(
                document,
                () -> assertThat(target.findOneAndUpdate(
                                eq("code", document.get("code")),
                                push("log", log.size() - 1),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                        .isEqualTo(document));
    }

    private void changeKeys(MongoCollection<Document> target) {
        Document document = some();
        Document other = fresh(List.of());
        var old = and(eq("group", document.get("group")), eq("number", document.get("number")));
        document.append("code", other.get("code")).append("number", other.get("number"));
        will(
                document,
                () -> target.updateOne(
                        old, combine(set("code", document.get("code")), set("number", document.get("number")))));
    }

    private void toggleReference(MongoCollection<Document> target) {
        Document document = some();
        if (document.remove("reference") == null) {
            document.append("reference", "ref-" + id(document));
            will(document, () -> target.updateOne(eq(id(document)), set("reference", document.get("reference"))));
        } else {
            will(document, () -> target.updateOne(eq(id(document)), unset("reference")));
        }
    }

    private void insertDuplicate(MongoCollection<Document> target) {
        Document duplicate = fresh(List.of()).append("code", some().get("code"));
        acknowledged.run(Map.of(), () -> {
            try {
                target.insertOne(duplicate);
                throw new AssertionError("a duplicate was accepted: " + duplicate);
            } catch (MongoWriteException e) {
                assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            }
        });
    }

    private void delete(MongoCollection<Document> target) {
        Document document = some();
        acknowledged.run(
                Map.of(id(document), Optional.empty()), () -> target.deleteOne(eq("code", document.get("code"))));
    }

    private void will(Document document, Runnable command) {
        acknowledged.run(Map.of(id(document), Optional.of(document)), command);
    }

    /** A copy of one of the documents. */
    private Document some() {
        List<Document> documents = List.copyOf(acknowledged.documents().values());
        return new Document(documents.get(random.nextInt(documents.size())));
    }

    /** A document whose id and keys are free at present. */
    private Document fresh(List<Document> others) {
        List<Document> taken = new ArrayList<>(others);
        taken.addAll(acknowledged.documents().values());
        int id = free(IDS, taken, n -> new Document("_id", name + "-" + n));
        int number = free(NUMBERS, taken, n -> new Document("number", n));
        return new Document("_id", name + "-" + id)
                .append("code", name + "-code-" + number)
                .append("group", name)
                .append("number", number)
                .append("n", 0);
    }

    private int free(int pool, List<Document> taken, IntFunction<Document> key) {
        return random.ints(0, pool)
                .filter(n -> taken.stream()
                        .noneMatch(document ->
                                document.entrySet().containsAll(key.apply(n).entrySet())))
                .findFirst()
                .orElseThrow();
    }

    private static String id(Document document) {
        return document.getString("_id");
    }
}
