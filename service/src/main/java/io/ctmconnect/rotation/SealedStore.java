package io.ctmconnect.rotation;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.secrets.SealedFields;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One collection, for its sealed texts: nothing else of a document is read or changed. */
public final class SealedStore {
    private static final int BATCH = 500;

    private final SealedFields fields;
    private final Documents documents;

    public SealedStore(MongoDatabase database, SealedFields fields) {
        this.fields = fields;
        this.documents = Documents.of(database, fields.collection());
    }

    String collection() {
        return fields.collection();
    }

    /**
     * Shows every document with a sealed text, in the order of ids. Of a document that is added or sealed meanwhile it is
     * not said whether it is shown.
     */
    void forEach(Consumer<SealedDocument> work) {
        documents.with(collection -> {
            latest(collection)
                    .find(Filters.or(fields.names().stream()
                            .map(field -> Filters.ne(field, null))
                            .toList()))
                    .projection(projection())
                    .sort(Sorts.ascending("_id"))
                    .batchSize(BATCH)
                    .forEach(found -> work.accept(SealedDocument.of(fields, found)));
            return true;
        });
    }

    /** The document as it is now; empty when it is gone. */
    Optional<SealedDocument> find(Object id) {
        return Optional.ofNullable(documents.with(collection -> latest(collection)
                        .find(Filters.eq(id))
                        .projection(projection())
                        .first()))
                .map(found -> SealedDocument.of(fields, found));
    }

    /**
     * Replaces sealed texts, provided that all of them are still those that were seen. As no text is ever sealed alike
     * twice, an equal one is the same one, and no version is needed.
     *
     * @param fresh the new texts by their field
     * @return false when nothing was changed
     */
    boolean replace(SealedDocument seen, Map<String, String> fresh) {
        List<Bson> asSeen = new ArrayList<>(List.of(Filters.eq(seen.id())));
        List<Bson> changes = new ArrayList<>();
        fresh.forEach((field, text) -> {
            asSeen.add(Filters.eq(field, seen.texts().get(field)));
            changes.add(Updates.set(field, text));
        });
        return documents
                        .with(collection -> collection.updateOne(Filters.and(asSeen), Updates.combine(changes)))
                        .getMatchedCount()
                == 1;
    }

    /** A secondary may not have the latest texts yet. */
    private static MongoCollection<Document> latest(MongoCollection<Document> collection) {
        return collection.withReadPreference(ReadPreference.primary());
    }

    private Bson projection() {
        return Projections.include(fields.names());
    }
}
