package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

/** The collection {@code calltrackingmetrics.outbox}, for those who look after it. */
@Singleton
class OutboxCareStore {
    private final Documents rows;

    OutboxCareStore(MongoDatabase database) {
        rows = Documents.of(database, OutboxStore.COLLECTION);
    }

    /**
     * How many rows of a kind are in a state.
     *
     * @param oldest when the oldest of them was made
     */
    record Count(String kind, TaskState state, int rows, Instant oldest) {}

    /** Counts of rows that are not finished. */
    List<Count> unfinished() {
        List<Bson> stages = List.of(
                Aggregates.match(in(
                        OutboxDocument.STATE,
                        Stream.of(TaskState.HELD, TaskState.READY, TaskState.PARKED)
                                .map(TaskState::wire)
                                .toList())),
                Aggregates.group(
                        new Document("kind", "$" + OutboxDocument.KIND).append("state", "$" + OutboxDocument.STATE),
                        Accumulators.sum("rows", 1),
                        Accumulators.min("oldest", "$" + OutboxDocument.CREATED_AT)));
        return rows.with(collection ->
                collection.aggregate(stages).map(OutboxCareStore::count).into(new ArrayList<>()));
    }

    private static Count count(Document group) {
        Document id = group.get("_id", Document.class);
        return new Count(
                id.getString("kind"),
                TaskState.of(id.getString("state")),
                group.get("rows", Number.class).intValue(),
                group.getDate("oldest").toInstant());
    }

    /** Removes rows that were done or dropped before that. */
    long removeFinishedBefore(Instant instant) {
        return rows.with(collection -> collection
                .deleteMany(lt(OutboxDocument.FINISHED_AT, Date.from(instant)))
                .getDeletedCount());
    }
}
