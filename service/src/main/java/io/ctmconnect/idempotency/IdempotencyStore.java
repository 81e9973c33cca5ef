package io.ctmconnect.idempotency;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.http.Standing;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

/**
 * The collection {@code calltrackingmetrics.idempotency}. The unique {@code _id} lets one request begin; every
 * change is a compare-and-set of {@code stamp}.
 */
@Singleton
class IdempotencyStore {
    static final String COLLECTION = "calltrackingmetrics.idempotency";

    private static final String STAMP = "stamp";
    private static final String CREATED_AT = "created_at";

    private final Documents entries;

    IdempotencyStore(MongoDatabase database) {
        entries = Documents.of(database, COLLECTION, Index.lookup(CREATED_AT));
    }

    /** Adds an entry; false when there is one with this id. */
    boolean insert(Entry entry) {
        try {
            entries.with(collection -> collection.insertOne(document(entry)));
            return true;
        } catch (DuplicateException _) {
            return false;
        }
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(
                        entries.with(collection -> collection.find(eq(id)).first()))
                .map(IdempotencyStore::read);
    }

    /** Puts one entry in the place of another, provided that that one is still as it was seen. */
    boolean replace(Entry seen, Entry next) {
        return entries.with(collection -> collection.replaceOne(asSeen(seen), document(next)))
                        .getMatchedCount()
                == 1;
    }

    /** Takes an entry away, provided that it is still as it was seen. */
    void remove(Entry seen) {
        entries.with(collection -> collection.deleteOne(asSeen(seen)));
    }

    /** Takes away what was created at that moment or before, and says how many those were. */
    long removeUntil(Instant moment) {
        return entries.with(collection -> collection.deleteMany(lte(CREATED_AT, Date.from(moment))))
                .getDeletedCount();
    }

    private static Bson asSeen(Entry seen) {
        return and(eq("_id", seen.id()), eq(STAMP, seen.stamp()));
    }

    private static Document document(Entry entry) {
        Entry.Kept answer = entry.answer();
        Document document = new Document("_id", entry.id())
                .append(STAMP, entry.stamp())
                .append("attempt", entry.attempt())
                .append("owner", entry.owner())
                .append("fingerprint", entry.fingerprint())
                .append("state", answer == null ? "started" : "done")
                .append(CREATED_AT, Date.from(entry.createdAt()))
                .append("touched_at", Date.from(entry.touchedAt()))
                .append("begun", entry.begun())
                .append(
                        "stands",
                        entry.stands().stream().map(IdempotencyStore::document).toList());
        return answer == null
                ? document
                : document.append("status", answer.status()).append("body", answer.body());
    }

    private static Document document(Standing standing) {
        return new Document("type", standing.type())
                .append("id", standing.id())
                .append("state", standing.state())
                .append("detail", standing.detail());
    }

    private static Entry read(Document document) {
        List<Standing> stands = document.getList("stands", Document.class, List.of()).stream()
                .map(IdempotencyStore::standing)
                .toList();
        return new Entry(
                document.getString("_id"),
                document.getString(STAMP),
                document.getString("attempt"),
                document.getString("owner"),
                document.getString("fingerprint"),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate("touched_at").toInstant(),
                document.getBoolean("begun", false),
                stands,
                answer(document));
    }

    private static Entry.@Nullable Kept answer(Document document) {
        Integer status = document.getInteger("status");
        return status == null ? null : new Entry.Kept(status, document.getString("body"));
    }

    private static Standing standing(Document document) {
        return new Standing(
                document.getString("type"),
                document.getString("id"),
                document.getString("state"),
                document.getString("detail"));
    }
}
