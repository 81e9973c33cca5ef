package io.ctmconnect.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One collection. Its indexes are made before the first use, not at start-up, so that the service starts, and says
 * that it is not ready, while the store is away.
 */
public final class Documents {
    private final MongoDatabase database;
    private final String name;
    private final List<Index> indexes;
    private volatile boolean indexed;

    private Documents(MongoDatabase database, String name, List<Index> indexes) {
        this.database = database;
        this.name = name;
        this.indexes = indexes;
    }

    /**
     * The same collection for steps that nobody hears of before a later write, over {@link #of}, has confirmed them: reads
     * may see, and writes may be answered, before they are in a journal. A majority of a replica set has the writes all
     * the same. What the embedded store keeps, it keeps in order: the confirmed write is never there without the steps
     * before it.
     */
    public static Documents unconfirmed(MongoDatabase database, String name, Index... indexes) {
        return of(
                database.withReadConcern(ReadConcern.LOCAL).withWriteConcern(WriteConcern.MAJORITY.withJournal(false)),
                name,
                indexes);
    }

    /** The collection of that name with its indexes. The store is not touched yet. */
    public static Documents of(MongoDatabase database, String name, Index... indexes) {
        return new Documents(database, name, List.of(indexes));
    }

    /**
     * Runs an operation of the driver.
     *
     * @throws DuplicateException when it breaks a unique index
     * @throws StoreUnavailableException when the store cannot be reached or does not take it
     */
    public <T extends @Nullable Object> T with(Function<MongoCollection<Document>, T> operation) {
        try {
            MongoCollection<Document> collection = database.getCollection(name);
            makeIndexes(collection);
            return operation.apply(collection);
        } catch (MongoException e) {
            throw ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                    ? new DuplicateException(e)
                    : new StoreUnavailableException(e);
        }
    }

    private void makeIndexes(MongoCollection<Document> collection) {
        if (indexed) {
            return;
        }
        for (Index index : indexes) {
            IndexOptions options = new IndexOptions().unique(index.unique()).sparse(index.sparse());
            collection.createIndex(Indexes.ascending(index.fields()), options);
        }
        indexed = true;
    }

    /**
     * An index.
     *
     * @param unique no two documents have the same values
     * @param sparse documents without the fields are left out
     * @param fields the fields, all ascending
     */
    public record Index(boolean unique, boolean sparse, List<String> fields) {
        /** Over exactly these fields of every document; correctness may rest on it. */
        public static Index unique(String... fields) {
            return new Index(true, false, List.of(fields));
        }

        /** Unique among the documents that have the field; correctness may rest on it. */
        public static Index uniqueWhereThere(String field) {
            return new Index(true, true, List.of(field));
        }

        /** For speed only: the embedded store ignores it. */
        public static Index lookup(String... fields) {
            return new Index(false, false, List.of(fields));
        }
    }
}
