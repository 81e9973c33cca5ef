package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.DuplicateException;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * The collection {@code integrations.calltrackingmetrics.key}, for the turns in a connection's life. Each turn is one
 * atomic change that leaves a {@link LifeMark}, which stays until it is taken off; so it can be told for good whether a
 * turn happened: by its mark, or by the version that it would have made.
 */
@Singleton
class LifeStore {
    private static final String MARKS = "unconfirmed";

    private final KeyStore keys;
    private final KeyDocument document;
    private final Documents documents;

    LifeStore(KeyStore keys, KeyDocument document, MongoDatabase database) {
        this.keys = keys;
        this.document = document;
        this.documents = Documents.of(database, KeyStore.COLLECTION);
    }

    /**
     * What can be told of a connection's turns.
     *
     * @param marks of turns whose notices may not be on their way yet
     */
    record Life(long version, List<LifeMark> marks) {
        Optional<LifeMark> mark(long ofVersion) {
            return marks.stream().filter(mark -> mark.version() == ofVersion).findFirst();
        }
    }

    /** Empty when there is no such document, live or not. */
    Optional<Life> look(ObjectId id) {
        return Optional.ofNullable(
                        documents.with(collection -> collection.find(eq(id)).first()))
                .map(found -> new Life(KeyDocument.version(found), marks(found)));
    }

    /** Adds an account's first connection, live; empty when it has got one meanwhile, or the id is taken. */
    Optional<Connection> add(ObjectId id, ObjectId account, LifeMark mark, CtmLogin login, CtmKeys ctmKeys) {
        Date now = Date.from(mark.at());
        Document added = document.sealed(id, login, ctmKeys)
                .append("_id", id)
                .append(KeyDocument.ACCOUNT, account)
                .append(KeyStore.LIVE_ACCOUNT, account)
                .append(KeyStore.FIRST_OF_ACCOUNT, account)
                .append(KeyDocument.TOKEN_INVALIDATED, false)
                .append(KeyDocument.VERSION, 1L)
                .append(KeyDocument.CREATED_AT, now)
                .append(KeyDocument.UPDATED_AT, now)
                .append(MARKS, new Document(name(mark), mark.toDocument()));
        try {
            documents.with(collection -> collection.insertOne(added));
            return Optional.of(document.read(added));
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    /** Gives a live connection another login, which is no turn; empty when it has changed since it was seen. */
    Optional<Connection> update(Connection seen, CtmLogin login, CtmKeys ctmKeys) {
        return keys.change(seen, live(seen, login, ctmKeys));
    }

    /**
     * Makes a soft-deleted connection live again, with its id. Empty when it has changed since it was seen, or the account
     * has got another live one meanwhile.
     */
    Optional<Connection> revive(Connection seen, LifeMark mark, CtmLogin login, CtmKeys ctmKeys) {
        return keys.change(seen, combine(live(seen, login, ctmKeys), marked(mark)));
    }

    /** Ends the connection's config, and the connection unless it is kept; empty when it has changed since it was seen. */
    Optional<Connection> end(Connection seen, LifeMark mark) {
        Bson config = combine(inc(KeyDocument.GENERATION, 1L), marked(mark));
        Bson connection = combine(set(KeyDocument.DELETED, Date.from(mark.at())), unset(KeyStore.LIVE_ACCOUNT));
        return keys.change(seen, mark.turn() == Turn.KEPT ? config : combine(config, connection));
    }

    /** Takes a turn's mark off. */
    void takeOff(ObjectId id, long version) {
        documents.with(collection -> collection.updateOne(eq(id), unset(MARKS + "." + name(version))));
    }

    private Bson live(Connection seen, CtmLogin login, CtmKeys ctmKeys) {
        return combine(
                combine(document.sealed(seen.id(), login, ctmKeys).entrySet().stream()
                        .map(field -> set(field.getKey(), field.getValue()))
                        .toList()),
                set(KeyStore.LIVE_ACCOUNT, seen.account()),
                set(KeyDocument.TOKEN_INVALIDATED, false),
                unset(KeyDocument.INVALIDATED_AT),
                unset(KeyDocument.DELETED));
    }

    private static Bson marked(LifeMark mark) {
        return set(MARKS + "." + name(mark), mark.toDocument());
    }

    private static String name(LifeMark mark) {
        return name(mark.version());
    }

    private static String name(long version) {
        return "v" + version;
    }

    private static List<LifeMark> marks(Document found) {
        return Objects.requireNonNullElseGet(found.get(MARKS, Document.class), Document::new).values().stream()
                .map(Document.class::cast)
                .map(LifeMark::of)
                .toList();
    }
}
