package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.credentials.LifeStore.Life;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

/**
 * The collection {@code integrations.calltrackingmetrics.key}, for making a turn impossible that has not happened: a writer
 * that is still on its way finds a newer version than it has seen, or its new connection's id taken.
 */
@Singleton
class FenceStore {
    /** No request sleeps that long between choosing a connection's id and adding it. */
    private static final Duration IDS_ARE_TAKEN_FOR = Duration.ofDays(1);

    private static final String FENCED_AT = "fenced_at";

    private final Documents documents;
    private final InstantSource clock;

    FenceStore(MongoDatabase database, InstantSource clock) {
        this.documents = Documents.of(database, KeyStore.COLLECTION);
        this.clock = clock;
    }

    /**
     * Sees to it that no turn makes this version any more.
     *
     * @param seen the connection as it was seen; empty when there was none
     * @return false when that is not so any more
     */
    boolean fence(ObjectId id, Optional<Life> seen, long version) {
        return seen.isPresent() ? raise(id, seen.get().version(), version) : take(id, version);
    }

    private boolean raise(ObjectId id, long seen, long version) {
        return documents
                        .with(collection ->
                                collection.updateOne(KeyStore.asSeen(id, seen), set(KeyDocument.VERSION, version)))
                        .getMatchedCount()
                == 1;
    }

    /** The document has no account and is soft-deleted: no query for a connection finds it. */
    private boolean take(ObjectId id, long version) {
        Instant now = clock.instant();
        Date expired = Date.from(now.minus(IDS_ARE_TAKEN_FOR));
        Document taken = new Document("_id", id)
                .append(FENCED_AT, Date.from(now))
                .append(KeyDocument.DELETED, Date.from(now))
                .append(KeyDocument.VERSION, version);
        documents.with(collection -> collection.deleteMany(lt(FENCED_AT, expired)));
        try {
            documents.with(collection -> collection.insertOne(taken));
            return true;
        } catch (DuplicateException _) {
            return false;
        }
    }
}
