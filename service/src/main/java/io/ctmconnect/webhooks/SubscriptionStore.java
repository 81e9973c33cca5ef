package io.ctmconnect.webhooks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.mongo.Documents.Index;
import io.ctmconnect.mongo.DuplicateException;
import io.ctmconnect.secrets.SecretBox;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/**
 * The collection {@code calltrackingmetrics.subscriptions}: one document a campaign. The token is stored sealed, and found
 * by its digest.
 */
@Singleton
class SubscriptionStore {
    static final String COLLECTION = "calltrackingmetrics.subscriptions";
    static final String TOKEN = "subscription_token";

    private static final String ACCOUNT = "account_id";
    private static final String CONNECTION = "token_id";
    private static final String CTM_ACCOUNT = "calltracking_account_id";
    private static final String TOKEN_DIGEST = "subscription_token_digest";
    private static final String WEBHOOKS = "webhook_ids";
    private static final String SINCE = "webhooks_since";
    private static final String UPDATED_AT = "updatedAt";
    private static final String VERSION = "version";
    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Documents subscriptions;
    private final Documents unconfirmed;
    private final SecretBox box;
    private final InstantSource clock;

    SubscriptionStore(MongoDatabase database, SecretBox box, InstantSource clock) {
        subscriptions = Documents.of(database, COLLECTION, Index.unique(TOKEN_DIGEST), Index.lookup(CTM_ACCOUNT));
        unconfirmed = Documents.unconfirmed(database, COLLECTION);
        this.box = box;
        this.clock = clock;
    }

    Optional<Subscription> of(ObjectId campaign) {
        return first(subscriptions, eq(campaign));
    }

    /** May rest on a change that is not durable yet: what is stored on account of it becomes durable after that. */
    Optional<Subscription> byToken(String token) {
        return first(unconfirmed, eq(TOKEN_DIGEST, digest(token)));
    }

    /** All subscriptions to the events of a CTM account. */
    List<Subscription> ofCtmAccount(String ctmAccount) {
        return subscriptions
                .with(collection -> collection.find(eq(CTM_ACCOUNT, ctmAccount)).into(new ArrayList<>()))
                .stream()
                .map(this::read)
                .toList();
    }

    /**
     * Who is subscribed to what, without the token.
     *
     * @param account the campaign's
     * @param connection whose webhooks they are
     */
    record Entry(ObjectId campaign, ObjectId account, ObjectId connection, String ctmAccount) {}

    /** All subscriptions; their tokens are not opened. */
    List<Entry> all() {
        return subscriptions.with(collection -> collection
                .find()
                .projection(Projections.include(ACCOUNT, CONNECTION, CTM_ACCOUNT))
                .map(found -> new Entry(
                        found.getObjectId("_id"),
                        found.getObjectId(ACCOUNT),
                        found.getObjectId(CONNECTION),
                        found.getString(CTM_ACCOUNT)))
                .into(new ArrayList<>()));
    }

    /** Adds it; empty when the campaign has got one meanwhile. */
    Optional<Subscription> insert(Subscription added) {
        Document document = fields(added)
                .append("_id", added.campaign())
                .append(VERSION, 1L)
                .append("createdAt", now())
                .append(UPDATED_AT, now());
        try {
            subscriptions.with(collection -> collection.insertOne(document));
            return Optional.of(read(document));
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    /** Changes everything but the campaign; empty when it has changed since it was seen. */
    Optional<Subscription> replace(Subscription changed) {
        List<Bson> sets = new ArrayList<>();
        fields(changed).forEach((name, value) -> sets.add(set(name, value)));
        sets.add(set(UPDATED_AT, now()));
        sets.add(inc(VERSION, 1L));
        Bson asSeen = and(eq("_id", changed.campaign()), eq(VERSION, changed.version()));
        return Optional.ofNullable(
                        subscriptions.with(collection -> collection.findOneAndUpdate(asSeen, combine(sets), CHANGED)))
                .map(this::read);
    }

    private Document fields(Subscription subscription) {
        Document webhooks = new Document();
        subscription.webhooks().forEach((kind, id) -> webhooks.append(kind.position(), id));
        Document since = new Document();
        subscription.since().forEach((kind, moment) -> since.append(kind.position(), Date.from(moment)));
        return new Document(ACCOUNT, subscription.account())
                .append(CONNECTION, subscription.connection())
                .append(CTM_ACCOUNT, subscription.ctmAccount())
                .append(TOKEN, box.seal(subscription.token(), place(subscription.campaign())))
                .append(TOKEN_DIGEST, digest(subscription.token().reveal()))
                .append(WEBHOOKS, webhooks)
                .append(SINCE, since);
    }

    private Subscription read(Document document) {
        ObjectId campaign = document.getObjectId("_id");
        Document stored = document.get(WEBHOOKS, Document.class);
        Map<CallEventKind, String> webhooks = new EnumMap<>(CallEventKind.class);
        for (CallEventKind kind : CallEventKind.values()) {
            if (stored.getString(kind.position()) != null) {
                webhooks.put(kind, stored.getString(kind.position()));
            }
        }
        return new Subscription(
                campaign,
                document.getObjectId(ACCOUNT),
                document.getObjectId(CONNECTION),
                document.getString(CTM_ACCOUNT),
                box.open(document.getString(TOKEN), place(campaign)),
                webhooks,
                since(document, webhooks.keySet()),
                document.getLong(VERSION));
    }

    /** A subscription of before it was noted tells of calls since its last change, at the latest. */
    private static Map<CallEventKind, Instant> since(Document document, Set<CallEventKind> kinds) {
        Document stored = document.get(SINCE, new Document());
        Map<CallEventKind, Instant> since = new EnumMap<>(CallEventKind.class);
        kinds.forEach(kind -> since.put(
                kind, stored.get(kind.position(), document.getDate(UPDATED_AT)).toInstant()));
        return since;
    }

    private Optional<Subscription> first(Documents from, Bson filter) {
        return Optional.ofNullable(
                        from.with(collection -> collection.find(filter).first()))
                .map(this::read);
    }

    private static SecretBox.Place place(ObjectId campaign) {
        return SealedTokens.FIELDS.place(campaign.toHexString(), TOKEN);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
