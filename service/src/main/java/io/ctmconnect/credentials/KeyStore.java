package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
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
import java.util.Date;
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
 * The collection {@code integrations.calltrackingmetrics.key}.
 *
 * <p>Two unique indexes carry its promises. {@code live_account} exists in live documents only, so an account has at most
 * one of them, whoever writes at the same time. {@code (_id, version)} makes every change a compare-and-set: a writer
 * that has seen an older version changes nothing.
 */
@Singleton
class KeyStore {
    static final String COLLECTION = "integrations.calltrackingmetrics.key";

    private static final String LIVE_ACCOUNT = "live_account";
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
                Index.unique("_id", KeyDocument.VERSION),
                Index.lookup(KeyDocument.ACCOUNT, KeyDocument.DELETED));
        this.document = document;
        this.clock = clock;
    }

    /** The live connection with this id, whoever owns it. */
    Optional<Connection> find(ObjectId id) {
        return first(eq(id)).filter(KeyDocument::isLive).map(document::read);
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

    /** Adds a live connection; empty when the account has got one meanwhile. */
    Optional<Connection> insert(ObjectId account, CtmLogin login, CtmKeys ctmKeys) {
        ObjectId id = new ObjectId();
        Document added = document.sealed(id, login, ctmKeys)
                .append("_id", id)
                .append(KeyDocument.ACCOUNT, account)
                .append(LIVE_ACCOUNT, account)
                .append(KeyDocument.TOKEN_INVALIDATED, false)
                .append(KeyDocument.VERSION, 1L)
                .append(KeyDocument.CREATED_AT, now())
                .append(KeyDocument.UPDATED_AT, now());
        try {
            keys.with(collection -> collection.insertOne(added));
            return Optional.of(document.read(added));
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    /**
     * Makes a connection live with this login: updates a live one, revives a soft-deleted one. Same id, flag cleared.
     * Empty when it has changed since it was seen, or the account has got another live one meanwhile.
     */
    Optional<Connection> save(Connection seen, CtmLogin login, CtmKeys ctmKeys) {
        Document sealed = document.sealed(seen.id(), login, ctmKeys);
        return change(
                seen,
                combine(
                        combine(sealed.entrySet().stream()
                                .map(field -> set(field.getKey(), field.getValue()))
                                .toList()),
                        set(LIVE_ACCOUNT, seen.account()),
                        set(KeyDocument.TOKEN_INVALIDATED, false),
                        unset(KeyDocument.INVALIDATED_AT),
                        unset(KeyDocument.DELETED)));
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

    private Optional<Connection> change(Connection seen, Bson changes) {
        Bson asSeen = and(eq("_id", seen.id()), eq(KeyDocument.VERSION, seen.version() == 0 ? null : seen.version()));
        Bson update = combine(changes, inc(KeyDocument.VERSION, 1L), set(KeyDocument.UPDATED_AT, now()));
        try {
            return Optional.ofNullable(keys.with(collection -> collection.findOneAndUpdate(asSeen, update, CHANGED)))
                    .map(document::read);
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    private Optional<Document> first(Bson filter) {
        return Optional.ofNullable(
                keys.with(collection -> collection.find(filter).first()));
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
