package io.ctmconnect.callstore;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The collection {@code calltrackingmetrics.readings}: one document for each CTM account of a connection. Every change is a
 * compare-and-set of its revision, so that of several processes one has it at a time, and what a process saves that was
 * away for longer than its lease changes nothing.
 */
@Singleton
public class ReadingStore {
    /** Who takes a document has this long for it, from the last save on; then another process may take it. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    static final String COLLECTION = "calltrackingmetrics.readings";

    private static final String LEASED_UNTIL = "leased_until";
    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Documents readings;
    private final InstantSource clock;

    ReadingStore(MongoDatabase database, InstantSource clock) {
        readings = Documents.of(
                database, COLLECTION, Index.lookup(ReadingDocument.CONNECTION), Index.lookup(LEASED_UNTIL));
        this.clock = clock;
    }

    /** All of them. */
    public List<Reading> all() {
        return found(Filters.empty());
    }

    /** Those of a connection. */
    public List<Reading> of(ObjectId connection) {
        return found(Filters.eq(ReadingDocument.CONNECTION, connection));
    }

    /** Those that nobody has taken, and of which a sweep or the history is due. */
    public List<Reading> due(ReadingSettings settings) {
        Date now = now();
        List<Bson> due = new ArrayList<>();
        if (settings.sweeps()) {
            due.add(Filters.lte(ReadingDocument.SWEEP_DUE, now));
        }
        if (settings.readsHistory()) {
            due.add(Filters.lte(ReadingDocument.HISTORY_DUE, now));
        }
        return due.isEmpty() ? List.of() : found(Filters.and(Filters.lte(LEASED_UNTIL, now), Filters.or(due)));
    }

    private List<Reading> found(Bson filter) {
        return readings.with(collection -> collection.find(filter).into(new ArrayList<>())).stream()
                .map(ReadingDocument::read)
                .toList();
    }

    /** Adds one, taken by nobody; not when there is one already. */
    public void add(Reading begun) {
        Document document = ReadingDocument.of(begun)
                .append("_id", begun.id())
                .append(ReadingDocument.CONNECTION, begun.connection())
                .append(ReadingDocument.CTM_ACCOUNT, begun.ctmAccount())
                .append(LEASED_UNTIL, Date.from(Instant.EPOCH))
                .append(ReadingDocument.REVISION, 1L);
        try {
            readings.with(collection -> collection.insertOne(document));
        } catch (DuplicateException _) {
            // Another process has seen the same config.
        }
    }

    /** Takes one as it was seen, so that nobody else does; empty when it has changed since, or somebody has taken it. */
    public Optional<Reading> take(Reading seen) {
        return change(Filters.and(asSeen(seen), Filters.lte(LEASED_UNTIL, now())), leased(LEASE));
    }

    /** Saves what was taken, and goes on having it; empty when somebody else has taken it, or it is gone. */
    public Optional<Reading> save(Reading taken) {
        return change(asSeen(taken), Updates.combine(saved(taken), leased(LEASE)));
    }

    /** Saves it, and lets others take it; empty likewise. */
    public Optional<Reading> release(Reading taken) {
        return change(asSeen(taken), Updates.combine(saved(taken), leased(Duration.ofMillis(-1))));
    }

    private static Bson asSeen(Reading seen) {
        return Filters.and(Filters.eq("_id", seen.id()), Filters.eq(ReadingDocument.REVISION, seen.revision()));
    }

    private Optional<Reading> change(Bson asSeen, Bson changes) {
        Bson next = Updates.combine(changes, Updates.inc(ReadingDocument.REVISION, 1L));
        return Optional.ofNullable(readings.with(collection -> collection.findOneAndUpdate(asSeen, next, CHANGED)))
                .map(ReadingDocument::read);
    }

    /** Removes it: the connection uses that CTM account no more. Who has taken it notices at its next save. */
    public void remove(Reading ended) {
        readings.with(collection -> collection.deleteOne(Filters.eq("_id", ended.id())));
    }

    private Bson leased(Duration length) {
        return Updates.set(LEASED_UNTIL, Date.from(clock.instant().plus(length)));
    }

    private static Bson saved(Reading reading) {
        List<Bson> sets = new ArrayList<>();
        ReadingDocument.of(reading).forEach((name, value) -> sets.add(Updates.set(name, value)));
        return Updates.combine(sets);
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
