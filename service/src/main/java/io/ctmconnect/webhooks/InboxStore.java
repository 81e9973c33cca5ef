package io.ctmconnect.webhooks;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The collection {@code calltrackingmetrics.inbox}: events that are acknowledged and not worked off yet. It stays small:
 * what is done moves to the {@link ArchiveStore}.
 */
@Singleton
class InboxStore {
    static final String COLLECTION = "calltrackingmetrics.inbox";
    /** Who takes an event has this long for it; then another process may take it, too. */
    static final Duration LEASE = Duration.ofSeconds(10);
    /** How long an event is put off at most. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** What is leased for longer was leased by a clock that was ahead: it would wait until ours gets there. */
    private static final Duration LONGEST_LEASE = LONGEST_PAUSE.plusMinutes(1);

    private static final String LEASED_UNTIL = "leased_until";

    private final Documents inbox;
    private final InstantSource clock;

    InboxStore(MongoDatabase database, InstantSource clock) {
        inbox = Documents.of(database, COLLECTION, Index.lookup(LEASED_UNTIL));
        this.clock = clock;
    }

    /** Adds the events, leased to this process; answers the ids of those that were there already. */
    Set<ObjectId> insert(Collection<ReceivedEvent> events) {
        Date leasedUntil = Date.from(clock.instant().plus(LEASE));
        List<Document> added = events.stream()
                .map(event -> EventDocument.of(event).append(LEASED_UNTIL, leasedUntil))
                .toList();
        return added.isEmpty() ? Set.of() : inbox.with(collection -> insertWhereAbsent(collection, added));
    }

    private static Set<ObjectId> insertWhereAbsent(MongoCollection<Document> collection, List<Document> added) {
        Set<ObjectId> present = new HashSet<>();
        try {
            collection.insertMany(added, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            e.getWriteErrors()
                    .forEach(error -> present.add(added.get(error.getIndex()).getObjectId("_id")));
        }
        return present;
    }

    /** Those of a CTM account's calls of which events wait. */
    Set<String> waiting(String ctmAccount, Collection<String> callIds) {
        return inbox.with(collection -> collection
                .find(Filters.and(
                        Filters.eq("calltracking_account_id", ctmAccount), Filters.in(EventDocument.CALL_ID, callIds)))
                .projection(Projections.include(EventDocument.CALL_ID))
                .map(event -> event.getString(EventDocument.CALL_ID))
                .into(new HashSet<>()));
    }

    /**
     * Takes events whose lease has run out, or is longer than any can be, at most so many, of all accounts that have any
     * in turn.
     */
    List<ReceivedEvent> takeOver(int most) {
        Instant now = clock.instant();
        List<Document> free = inbox.with(collection -> collection
                .find(isFree(now))
                .projection(Projections.include(EventDocument.ACCOUNT, LEASED_UNTIL))
                .into(new ArrayList<>()));
        return RoundRobin.of(free, event -> event.getObjectId(EventDocument.ACCOUNT)).stream()
                .limit(most)
                .flatMap(event -> lease(event, now.plus(LEASE)).stream())
                .toList();
    }

    private static Bson isFree(Instant now) {
        return Filters.or(
                Filters.lt(LEASED_UNTIL, Date.from(now)), Filters.gt(LEASED_UNTIL, Date.from(now.plus(LONGEST_LEASE))));
    }

    private Optional<ReceivedEvent> lease(Document event, Instant until) {
        Bson asSeen = Filters.and(
                Filters.eq("_id", event.getObjectId("_id")), Filters.eq(LEASED_UNTIL, event.getDate(LEASED_UNTIL)));
        return Optional.ofNullable(inbox.with(
                        collection -> collection.findOneAndUpdate(asSeen, Updates.set(LEASED_UNTIL, Date.from(until)))))
                .map(EventDocument::read);
    }

    /** Lets others take these events at once. */
    void giveBack(Collection<ObjectId> ids) {
        Date past = Date.from(clock.instant().minusMillis(1));
        inbox.with(collection -> collection.updateMany(Filters.in("_id", ids), Updates.set(LEASED_UNTIL, past)));
    }

    /** Lets an event be taken again at a later time, with one failure more. */
    void postpone(ObjectId id, int attempts, Instant until) {
        inbox.with(collection -> collection.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set(EventDocument.ATTEMPTS, attempts), Updates.set(LEASED_UNTIL, Date.from(until)))));
    }

    void delete(Collection<ObjectId> ids) {
        inbox.with(collection -> collection.deleteMany(Filters.in("_id", ids)));
    }

    long count() {
        return inbox.with(MongoCollection::countDocuments);
    }

    /** When the event was received that has waited longest. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(inbox.with(collection -> collection
                        .find()
                        .projection(Projections.include(EventDocument.RECEIVED_AT))
                        .sort(Sorts.ascending(EventDocument.RECEIVED_AT))
                        .first()))
                .map(event -> event.getDate(EventDocument.RECEIVED_AT).toInstant());
    }
}
