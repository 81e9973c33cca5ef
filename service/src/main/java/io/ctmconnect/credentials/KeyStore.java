package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * The collection {@code integrations.calltrackingmetrics.key}: finding connections, and what happens to them while they
 * live. {@link LifeStore} has the turns in a life.
 *
 * <p>Two unique indexes and a version carry its promises. {@code live_account} exists in live documents only, so an account has at most
 * one of them, whoever writes at the same time. {@code first_of_account} stays in the document that was added, so that a
 * slow first connect does not add another one beside a connection that was made and ended meanwhile. Every
 * change is a compare-and-set of {@code version}: a writer that has seen an older one changes nothing.
 */
@Singleton
class KeyStore {
    static final String COLLECTION = "integrations.calltrackingmetrics.key";

    static final String LIVE_ACCOUNT = "live_account";
    static final String FIRST_OF_ACCOUNT = "first_of_account";
    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Documents keys;
    private final KeyDocument document;
    private final InstantSource clock;

    KeyStore(MongoDatabase database, KeyDocument document, InstantSource clock) {
        keys = Documents.of(
                database,
                COLLECTION,
                Index.uniqueWhereThere(LIVE_ACCOUNT),
                Index.uniqueWhereThere(FIRST_OF_ACCOUNT),
                Index.lookup(KeyDocument.ACCOUNT, KeyDocument.DELETED));
        this.document = document;
        this.clock = clock;
    }

    /** The live connection with this id, whoever owns it. */
    Optional<Connection> find(ObjectId id) {
        return first(eq(id)).filter(KeyDocument::isLive).map(document::read);
    }

    /**
     * A live connection without its secrets.
     *
     * @param generation grows with every disconnect
     */
    record Live(ObjectId id, ObjectId account, long generation) {}

    /** All live connections; their secrets are not opened. */
    List<Live> allLive() {
        return keys.with(collection -> collection
                .find(and(eq(KeyDocument.DELETED, null), exists(KeyDocument.ACCOUNT)))
                .projection(Projections.include(KeyDocument.ACCOUNT, KeyDocument.GENERATION))
                .map(found -> new Live(
                        found.getObjectId("_id"),
                        found.getObjectId(KeyDocument.ACCOUNT),
                        KeyDocument.generation(found)))
                .into(new ArrayList<>()));
    }

    /** The connection with this id, live or soft-deleted. */
    Optional<Connection> findEvenDeleted(ObjectId id) {
        return first(eq(id))
                .filter(found -> found.get(KeyDocument.ACCOUNT) != null)
                .map(document::read);
    }

    /** The account's live connection. */
    Optional<Connection> liveOf(ObjectId account) {
        return first(eq(LIVE_ACCOUNT, account))
                .flatMap(this::withoutMark)
                .or(() -> first(and(eq(KeyDocument.ACCOUNT, account), eq(KeyDocument.DELETED, null))))
                .map(document::read);
    }

    /** Others may soft-delete without knowing our mark: it is taken off then, and the document is not live. */
    private Optional<Document> withoutMark(Document marked) {
        if (KeyDocument.isLive(marked)) {
            return Optional.of(marked);
        }
        Bson deleted = and(eq(marked.getObjectId("_id")), ne(KeyDocument.DELETED, null));
        keys.with(collection -> collection.updateOne(deleted, unset(LIVE_ACCOUNT)));
        return Optional.empty();
    }

    /** The account's connection that was soft-deleted last. */
    Optional<Connection> newestDeletedOf(ObjectId account) {
        return Optional.ofNullable(keys.with(collection -> collection
                        .find(and(eq(KeyDocument.ACCOUNT, account), ne(KeyDocument.DELETED, null)))
                        .sort(Sorts.descending(KeyDocument.DELETED))
                        .first()))
                .map(document::read);
    }

    /** Replaces the API keys after a silent login. Empty when the connection has changed since it was seen. */
    Optional<Connection> renew(Connection seen, CtmKeys ctmKeys) {
        return change(
                seen,
                combine(
                        set(
                                KeyDocument.ACCESS_KEY,
                                document.seal(ctmKeys.accessKey(), seen.id(), KeyDocument.ACCESS_KEY)),
                        set(KeyDocument.SECRET, document.seal(ctmKeys.secret(), seen.id(), KeyDocument.SECRET))));
    }

    /**
     * Flags all of the account's connections as refused by CTM, provided that the live one is still as it was seen; else
     * nothing changes and the answer is false.
     */
    boolean invalidate(Connection seen) {
        Bson flag = combine(set(KeyDocument.TOKEN_INVALIDATED, true), set(KeyDocument.INVALIDATED_AT, now()));
        boolean flagged = change(seen, flag).isPresent();
        if (flagged) {
            // Not the live one again: a login that has just made it work must not be undone.
            Bson others = and(eq(KeyDocument.ACCOUNT, seen.account()), exists(LIVE_ACCOUNT, false));
            keys.with(collection -> collection.updateMany(others, flag));
        }
        return flagged;
    }

    /** Notes that CTM has answered; the version stays, as nothing depends on it. */
    void noteSuccess(ObjectId id) {
        keys.with(collection -> collection.updateOne(eq(id), max(KeyDocument.LAST_SUCCESS_AT, now())));
    }

    /** Notes that a call event has come in; likewise. */
    void noteWebhook(ObjectId id) {
        keys.with(collection -> collection.updateOne(eq(id), max(KeyDocument.LAST_WEBHOOK_AT, now())));
    }

    /** Changes a connection, and makes its next version; empty when it has changed since it was seen. */
    Optional<Connection> change(Connection seen, Bson changes) {
        Bson asSeen = asSeen(seen.id(), seen.version());
        Bson update = combine(changes, inc(KeyDocument.VERSION, 1L), set(KeyDocument.UPDATED_AT, now()));
        try {
            return Optional.ofNullable(keys.with(collection -> collection.findOneAndUpdate(asSeen, update, CHANGED)))
                    .map(document::read);
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    /** The connection, provided that it still has that version. */
    static Bson asSeen(ObjectId id, long version) {
        return and(eq("_id", id), eq(KeyDocument.VERSION, version == 0 ? null : version));
    }

    private Optional<Document> first(Bson filter) {
        return Optional.ofNullable(
                keys.with(collection -> collection.find(filter).first()));
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
