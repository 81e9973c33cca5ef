package io.ctmconnect.embedded;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

/** Checks that a collection with four unique indexes, one compound and one sparse, agrees with all of them. */
record StoreAudit(MongoDatabase database, MongoCollection<Document> collection) {

    static StoreAudit of(MongoDatabase database) {
        return new StoreAudit(database, database.getCollection("integrations.test.key"));
    }

    void createIndexes() {
        IndexOptions unique = new IndexOptions().unique(true);
        collection.createIndex(ascending("code"), unique);
        collection.createIndex(ascending("group", "number"), unique);
        collection.createIndex(ascending("reference"), unique.sparse(true));
    }

    List<Document> documents() {
        return collection.find().into(new ArrayList<>());
    }

    /** What is wrong; empty if all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        try {
            List<Document> documents = documents();
            counts(documents, problems);
            documents.forEach(document -> lookups(document, problems));
            documents.stream().limit(8).forEach(document -> duplicates(document, problems));
            freeKeys(documents, problems);
        } catch (MongoException e) {
            problems.add("the check failed: " + e);
        }
        return problems;
    }

    private void counts(List<Document> documents, List<String> problems) {
        long references =
                documents.stream().filter(d -> d.containsKey("reference")).count();
        long all = documents.size();
        Document found = database.runCommand(
                new Document("validate", collection.getNamespace().getCollectionName()));
        Map<String, Long> expected =
                Map.of("_id_", all, "code_1", all, "group_1_number_1", all, "reference_1", references);
        if (!expected.equals(found.get("keysPerIndex", Document.class)) || collection.countDocuments() != all) {
            problems.add("counts differ: %d documents, %d references, %s".formatted(all, references, found));
        }
    }

    private void lookups(Document document, List<String> problems) {
        for (Bson key : keys(document)) {
            if (!collection.find(key).into(new ArrayList<>()).equals(List.of(document))) {
                problems.add("not found by its key: " + document);
            }
        }
    }

    private void duplicates(Document document, List<String> problems) {
        Document sameCode = new Document(document).append("_id", "duplicate").append("number", -1);
        sameCode.remove("reference");
        Document sameNumber =
                new Document(sameCode).append("code", "duplicate").append("number", document.get("number"));
        Document sameId =
                new Document(sameCode).append("_id", document.get("_id")).append("code", "duplicate");
        for (Document duplicate : List.of(sameCode, sameNumber, sameId)) {
            try {
                collection.insertOne(duplicate);
                problems.add("duplicate accepted: " + duplicate);
                return;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    problems.add("duplicate refused for another reason: " + e);
                }
            }
        }
    }

    /** Keys that nobody has, most of them deleted ones, must be free to use. */
    private void freeKeys(List<Document> documents, List<String> problems) {
        String group = "c0";
        IntStream.range(0, 12)
                .filter(n -> documents.stream().noneMatch(d -> (group + "-code-" + n).equals(d.get("code"))))
                .forEach(n -> free(group, n, problems));
    }

    private void free(String group, int number, List<String> problems) {
        Document document = new Document("_id", "free")
                .append("code", group + "-code-" + number)
                .append("group", group)
                .append("number", number);
        try {
            collection.insertOne(document);
            collection.deleteOne(eq("free"));
        } catch (MongoWriteException e) {
            problems.add("a free key is refused: " + e.getMessage());
        }
    }

    private static List<Bson> keys(Document document) {
        List<Bson> keys = new ArrayList<>(List.of(
                eq(document.get("_id")),
                eq("code", document.get("code")),
                and(eq("group", document.get("group")), eq("number", document.get("number")))));
        Object reference = document.get("reference");
        if (Objects.nonNull(reference)) {
            keys.add(eq("reference", reference));
        }
        return keys;
    }
}
