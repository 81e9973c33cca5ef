package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;

/**
 * The collection {@code calltrackingmetrics.outbox}: adds rows, and changes them by compare-and-set of
 * their version.
 */
@Singleton
class OutboxStore {
    static final String COLLECTION = "calltrackingmetrics.outbox";

    private final Documents rows;

    OutboxStore(MongoDatabase database) {
        rows = Documents.of(database, COLLECTION, Index.lookup(OutboxDocument.STATE, OutboxDocument.DUE_AT));
    }

    /** Adds a row; false when there is one with its id. */
    boolean insert(OutboxRow row) {
        try {
            rows.with(collection -> collection.insertOne(OutboxDocument.of(row)));
            return true;
        } catch (DuplicateException _) {
            return false;
        }
    }

    Optional<OutboxRow> find(String id) {
        return Optional.ofNullable(
                        rows.with(collection -> collection.find(eq(id)).first()))
                .map(OutboxDocument::read);
    }

    /**
     * Changes a row, unless it has changed since it was seen.
     *
     * @param changed what it becomes, made from the row that was seen
     * @return the row as it is now; empty when somebody else was faster
     */
    Optional<OutboxRow> change(OutboxRow changed) {
        Document fields = OutboxDocument.of(changed);
        fields.remove("_id");
        fields.put(OutboxDocument.VERSION, changed.version() + 1);
        Bson asSeen = and(eq("_id", changed.task().id()), eq(OutboxDocument.VERSION, changed.version()));
        long matched = rows.with(collection -> collection.updateOne(asSeen, new Document("$set", fields)))
                .getMatchedCount();
        return matched == 1 ? Optional.of(changed.withVersion(changed.version() + 1)) : Optional.empty();
    }

    /** Changes a row from whatever it is, as often as somebody else is faster; nothing happens where the change is empty. */
    void change(String id, Function<OutboxRow, Optional<OutboxRow>> change) {
        Optional<OutboxRow> wanted = find(id).flatMap(change);
        while (wanted.isPresent() && change(wanted.get()).isEmpty()) {
            wanted = find(id).flatMap(change);
        }
    }

    /** Ids of rows of these kinds that are due and that nobody handles, those that wait longest first. */
    List<String> due(TaskState state, Collection<Kind> kinds, Instant now, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        Bson due = and(
                eq(OutboxDocument.STATE, state.wire()),
                lte(OutboxDocument.DUE_AT, Date.from(now)),
                not(gt(OutboxDocument.LEASE_UNTIL, Date.from(now))),
                or(kinds.stream().map(OutboxStore::upTo).toList()));
        return rows.with(collection -> collection
                .find(due)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending(OutboxDocument.DUE_AT))
                .limit(limit)
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>()));
    }

    private static Bson upTo(Kind kind) {
        return and(eq(OutboxDocument.KIND, kind.name()), lte(OutboxDocument.KIND_VERSION, kind.version()));
    }
}
