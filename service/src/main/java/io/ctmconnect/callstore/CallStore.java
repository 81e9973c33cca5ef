package io.ctmconnect.callstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The collection {@code analytics.calltrackingmetrics.calls}: one document for each CTM account and call. Writes are
 * unconfirmed until the events that they come from are taken out of the inbox.
 */
@Singleton
class CallStore {
    static final String COLLECTION = "analytics.calltrackingmetrics.calls";

    private static final String REVISION = "revision";
    private static final String COUNTINGS = "countings";
    private static final String ENDED_FOR = "ended_for";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents calls;

    CallStore(MongoDatabase database) {
        calls = Documents.unconfirmed(database, COLLECTION, Index.lookup("ctm_account", "start_time"));
    }

    /** Those of the calls that are stored, by key. */
    Map<String, StoredCall> find(Collection<String> keys) {
        List<Document> found = calls.with(
                collection -> collection.find(Filters.in("_id", keys)).into(new ArrayList<>()));
        return found.stream().map(CallStore::read).collect(Collectors.toMap(StoredCall::key, Function.identity()));
    }

    /**
     * Writes each call if its document still has the revision that the call has, and counts the revision up. Calls that
     * somebody else has changed meanwhile stay as they are.
     *
     * @param stored what they were made from: of a call that says nothing new, only the countings are written
     * @return whether all were written
     */
    boolean write(Collection<StoredCall> changed, Map<String, StoredCall> stored) {
        List<Document> added = changed.stream()
                .filter(call -> call.revision() == 0)
                .map(CallStore::document)
                .toList();
        List<WriteModel<Document>> updated = changed.stream()
                .filter(call -> call.revision() > 0)
                .map(call -> update(call, Objects.requireNonNull(stored.get(call.key()))))
                .toList();
        boolean allAdded = added.isEmpty() || calls.with(collection -> insertWhereAbsent(collection, added));
        boolean allUpdated = updated.isEmpty() || calls.with(collection -> updateWhereUnchanged(collection, updated));
        return allAdded && allUpdated;
    }

    private static WriteModel<Document> update(StoredCall call, StoredCall seen) {
        Bson asSeen = Filters.and(Filters.eq("_id", call.key()), Filters.eq(REVISION, call.revision()));
        return call.saysWhat(seen)
                ? new UpdateOneModel<>(
                        asSeen,
                        Updates.combine(
                                Updates.set(COUNTINGS, countings(call)), Updates.set(REVISION, call.revision() + 1)))
                : new ReplaceOneModel<>(asSeen, document(call));
    }

    private static boolean insertWhereAbsent(MongoCollection<Document> collection, List<Document> added) {
        try {
            collection.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(CallStore::isDuplicate)) {
                throw e;
            }
            return false;
        }
        return true;
    }

    private static boolean updateWhereUnchanged(
            MongoCollection<Document> collection, List<WriteModel<Document>> updated) {
        return collection
                        .bulkWrite(updated, new BulkWriteOptions().ordered(false))
                        .getMatchedCount()
                == updated.size();
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(StoredCall call) {
        Call shown = call.call();
        return new Document("_id", call.key())
                .append(REVISION, call.revision() + 1)
                .append("ctm_account", call.ctmAccount())
                .append("call_id", shown.id())
                .append("call_status", shown.status().wire())
                .append("direction", shown.direction())
                .append("duration", shown.duration())
                .append("start_time", shown.startTime() == null ? null : Date.from(shown.startTime()))
                .append("finished", call.version().finished())
                .append("indexed_at", call.version().indexedAt())
                .append("digest", call.version().digest())
                .append("last_start", call.lastStart())
                .append(COUNTINGS, countings(call))
                .append(ENDED_FOR, List.copyOf(call.endedFor()))
                .append("json", shown.json().toString());
    }

    private static Document countings(StoredCall call) {
        Document countings = new Document();
        call.countings()
                .forEach((campaign, counting) -> countings.append(campaign.toHexString(), counting.toDocument()));
        return countings;
    }

    private static StoredCall read(Document document) {
        Map<ObjectId, Counting> countings = new TreeMap<>();
        document.get(COUNTINGS, Document.class)
                .forEach((campaign, counting) ->
                        countings.put(new ObjectId(campaign), Counting.read((Document) counting)));
        return new StoredCall(
                document.getString("_id"),
                document.getString("ctm_account"),
                call(document.getString("json")),
                new CallVersion(
                        document.getBoolean("finished"), document.getLong("indexed_at"), document.getString("digest")),
                document.getLong(REVISION),
                document.getLong("last_start"),
                countings,
                endedFor(document, countings.keySet()));
    }

    /** In a document of before it was noted, an end is one for all. */
    private static Set<ObjectId> endedFor(Document document, Set<ObjectId> campaigns) {
        Set<ObjectId> ended = document.getBoolean("finished") ? campaigns : Set.of();
        return new TreeSet<>(document.getList(ENDED_FOR, ObjectId.class, List.copyOf(ended)));
    }

    private static Call call(String json) {
        try {
            return new Call(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored call is no JSON", e);
        }
    }
}
