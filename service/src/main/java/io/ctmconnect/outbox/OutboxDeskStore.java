package io.ctmconnect.outbox;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.ctmconnect.mongo.Documents;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static com.mongodb.client.model.Filters.eq;

/**
 * The collection {@code calltrackingmetrics.outbox}, for operators. Each method throws {@link
 * io.ctmconnect.mongo.StoreUnavailableException} when the store cannot be reached.
 */
public final class OutboxDeskStore {
    private final Documents documents;
    private final OutboxStore store;
    private final InstantSource clock;

    public OutboxDeskStore(MongoDatabase database, InstantSource clock) {
        this.documents = Documents.of(database, OutboxStore.COLLECTION);
        this.store = new OutboxStore(database);
        this.clock = clock;
    }

    /** Rows in a state, or in any, the newest first. */
    public List<OutboxRow> list(Optional<TaskState> state, int limit) {
        Bson filter = state.map(one -> eq(OutboxDocument.STATE, one.wire())).orElseGet(Document::new);
        return documents.with(collection -> collection
                .find(filter)
                .sort(Sorts.descending(OutboxDocument.CREATED_AT))
                .limit(limit)
                .map(OutboxDocument::read)
                .into(new ArrayList<>()));
    }

    /** The row with this id. */
    public Optional<OutboxRow> find(String id) {
        return store.find(id);
    }

    /**
     * Has a parked row tried again, at once and with all attempts before it.
     *
     * @return false when it is not parked, or not there
     */
    public boolean release(String id) {
        return store.find(id)
                .filter(row -> row.state() == TaskState.PARKED)
                .flatMap(row -> store.change(row.released(clock.instant())))
                .isPresent();
    }
}
