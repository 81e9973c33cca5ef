package io.ctmconnect.webhooks;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The collection {@code calltrackingmetrics.events}: events that are done with, whatever became of them, for 30 days. Writes
 * are unconfirmed: an event that comes here stays in the {@link InboxStore} until its deletion there has confirmed them.
 */
@Singleton
class ArchiveStore {
    static final String COLLECTION = "calltrackingmetrics.events";

    static final String STATUS = "status";
    static final String REASON = "reason";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Documents events;
    private final InstantSource clock;

    ArchiveStore(MongoDatabase database, InstantSource clock) {
        events = Documents.unconfirmed(
                database,
                COLLECTION,
                Index.lookup(EventDocument.ACCOUNT, EventDocument.RECEIVED_AT),
                Index.lookup(EventDocument.RECEIVED_AT));
        this.clock = clock;
    }

    /** Files events. One that is there already was worked off again: what has become of it is brought up to date. */
    void file(Collection<ReceivedEvent> done, EventStatus status, String reason) {
        List<Document> added = done.stream()
                .map(event -> EventDocument.of(event)
                        .append(STATUS, status.wire())
                        .append(REASON, reason)
                        .append("finished_at", Date.from(clock.instant())))
                .toList();
        if (!added.isEmpty()) {
            events.with(collection -> fileAll(collection, added));
        }
    }

    private static boolean fileAll(MongoCollection<Document> collection, List<Document> added) {
        try {
            collection.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            e.getWriteErrors().forEach(error -> fileAgain(collection, added.get(error.getIndex())));
        }
        return true;
    }

    private static void fileAgain(MongoCollection<Document> collection, Document event) {
        collection.updateOne(
                Filters.eq("_id", event.getObjectId("_id")),
                Updates.combine(
                        Updates.set(STATUS, event.getString(STATUS)),
                        Updates.set(REASON, event.getString(REASON)),
                        Updates.set(EventDocument.ATTEMPTS, event.getInteger(EventDocument.ATTEMPTS)),
                        Updates.set("finished_at", event.getDate("finished_at"))));
    }

    /** Those of the events that are here. */
    Set<ObjectId> known(Collection<ObjectId> ids) {
        return events.with(collection -> collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .map(event -> event.getObjectId("_id"))
                .into(new HashSet<>()));
    }

    /** Deletes what was received more than 30 days ago. */
    void sweep() {
        Date oldest = Date.from(clock.instant().minus(KEPT));
        events.with(collection -> collection.deleteMany(Filters.lt(EventDocument.RECEIVED_AT, oldest)));
    }
}
