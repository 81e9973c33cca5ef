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
import io.ctmconnect.ctm.Call;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents calls;

    CallStore(MongoDatabase database) {
        calls = Documents.unconfirmed(
                database, COLLECTION, Index.unique("_id", REVISION), Index.lookup("ctm_account", "start_time"));
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
     */
    void write(Collection<StoredCall> changed) {
        List<Document> added = changed.stream()
                .filter(call -> call.revision() == 0)
                .map(CallStore::document)
                .toList();
        List<ReplaceOneModel<Document>> replaced = changed.stream()
                .filter(call -> call.revision() > 0)
                .map(call -> new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", call.key()), Filters.eq(REVISION, call.revision())),
                        document(call)))
                .toList();
        if (!added.isEmpty()) {
            calls.with(collection -> insertWhereAbsent(collection, added));
        }
        if (!replaced.isEmpty()) {
            calls.with(collection -> collection.bulkWrite(replaced, new BulkWriteOptions().ordered(false)));
        }
    }

    private static boolean insertWhereAbsent(MongoCollection<Document> collection, List<Document> added) {
        try {
            collection.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(CallStore::isDuplicate)) {
                throw e;
            }
        }
        return true;
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(StoredCall call) {
        Document countings = new Document();
        call.countings()
                .forEach((campaign, counting) -> countings.append(campaign.toHexString(), counting.toDocument()));
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
                .append("countings", countings)
                .append("json", shown.json().toString());
    }

    private static StoredCall read(Document document) {
        Map<ObjectId, Counting> countings = new TreeMap<>();
        document.get("countings", Document.class)
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
                countings);
    }

    private static Call call(String json) {
        try {
            return new Call(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored call is no JSON", e);
        }
    }
}
