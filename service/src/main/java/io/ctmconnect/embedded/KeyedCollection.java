package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A collection that finds a document by its id also when a query asks for more than the id, as every compare-and-set does.
 * The engine would look at all documents.
 */
final class KeyedCollection extends H2Collection {
    private static final String ID = "_id";

    KeyedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> notes,
            CursorRegistry cursors) {
        super(database, name, options, documents, notes, cursors);
    }

    /** Nobody asks for it, and the engine would encode each document once more to know it. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** By an index that has all fields of the query, as the engine does it; else by the id, if the query names it. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        Document byId = byId(query);
        if (byId == null) {
            return super.matchDocuments(query, order, skip, limit, batchSize, fields);
        }
        List<Document> candidates = new ArrayList<>();
        queryDocuments(byId, null, 0, 0, 0, null).forEach(candidates::add);
        return matchDocumentsFromStream(candidates.stream(), query, order, skip, limit, batchSize, fields);
    }

    /** The query's condition on the id, when all documents that match have to meet it, and an index can answer it. */
    private static @Nullable Document byId(Document query) {
        if (query.size() > 1 && isLookup(query.get(ID))) {
            return new Document(ID, query.get(ID));
        }
        if (query.get("$and") instanceof Collection<?> all) {
            return all.stream()
                    .filter(Document.class::isInstance)
                    .map(Document.class::cast)
                    .filter(part -> isLookup(part.get(ID)))
                    .map(part -> new Document(ID, part.get(ID)))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private static boolean isLookup(@Nullable Object condition) {
        return switch (condition) {
            case null -> false;
            case Collection<?> _ -> false;
            case Document operators -> operators.size() == 1 && operators.get("$in") instanceof Collection;
            default -> true;
        };
    }
}
