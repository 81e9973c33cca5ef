package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
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
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

/** The collection {@code analytics.calltrackingmetrics.userconfig}: one document an account. */
@Singleton
class UserConfigStore {
    private static final String ACCOUNT = "account_id";
    private static final String TOKEN = "token";
    private static final String GENERATION = "generation";
    private static final String CTM_ACCOUNT = "calltracking_account_id";
    private static final String CTM_SUB_ACCOUNT = "calltracking_sub_account_id";
    private static final String CREATED_AT = "createdAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final Documents configs;
    private final InstantSource clock;

    UserConfigStore(MongoDatabase database, InstantSource clock) {
        configs = Documents.of(database, "analytics.calltrackingmetrics.userconfig", Index.unique(ACCOUNT));
        this.clock = clock;
    }

    /** The account's config. */
    Optional<UserConfig> find(ObjectId account) {
        return Optional.ofNullable(configs.with(
                        collection -> collection.find(eq(ACCOUNT, account)).first()))
                .map(UserConfigStore::read);
    }

    /**
     * Writes the account's one config whole: what the form leaves out is removed.
     *
     * @param connection as it was seen
     * @return empty when there is a config of a newer generation of it, so that it has been disconnected since
     */
    Optional<UserConfig> save(Connection connection, ConfigForm form) {
        Date now = Date.from(clock.instant());
        Bson update = combine(
                set(TOKEN, form.token()),
                set(GENERATION, connection.generation()),
                set(CTM_ACCOUNT, form.accountId()),
                form.subaccountId() == null ? unset(CTM_SUB_ACCOUNT) : set(CTM_SUB_ACCOUNT, form.subaccountId()),
                set(UPDATED_AT, now),
                setOnInsert("_id", new ObjectId()),
                setOnInsert(CREATED_AT, now));
        Bson older = upTo(connection.account(), connection.id(), connection.generation());
        // Two first saves at once: the other one has inserted, so that this one finds it now.
        return upsert(older, update).or(() -> upsert(older, update));
    }

    /** The configs of all accounts, ended ones among them. */
    List<UserConfig> all() {
        return configs.with(collection -> collection.find().into(new ArrayList<>())).stream()
                .map(UserConfigStore::read)
                .toList();
    }

    /** The connections of the accounts that have chosen a CTM account as theirs or as their sub-account. */
    List<ObjectId> connectionsOf(String ctmAccount) {
        return configs
                .with(collection -> collection
                        .find(or(eq(CTM_ACCOUNT, ctmAccount), eq(CTM_SUB_ACCOUNT, ctmAccount)))
                        .into(new ArrayList<>()))
                .stream()
                .map(config -> config.getString(TOKEN))
                .filter(ObjectId::isValid)
                .map(ObjectId::new)
                .toList();
    }

    private Optional<UserConfig> upsert(Bson filter, Bson update) {
        try {
            return Optional.ofNullable(configs.with(collection -> collection.findOneAndUpdate(filter, update, UPSERT)))
                    .map(UserConfigStore::read);
        } catch (DuplicateException _) {
            return Optional.empty();
        }
    }

    /** Deletes the account's config, unless it is of a newer generation of that connection. */
    void delete(ObjectId account, ObjectId connection, long generation) {
        configs.with(collection -> collection.deleteOne(upTo(account, connection, generation)));
    }

    private static Bson upTo(ObjectId account, ObjectId connection, long generation) {
        return and(eq(ACCOUNT, account), or(ne(TOKEN, connection.toHexString()), not(gt(GENERATION, generation))));
    }

    private static UserConfig read(Document document) {
        return new UserConfig(
                document.getObjectId("_id"),
                document.getObjectId(ACCOUNT),
                document.getString(TOKEN),
                document.get(GENERATION, Long.class),
                document.getString(CTM_ACCOUNT),
                document.getString(CTM_SUB_ACCOUNT),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(UPDATED_AT).toInstant());
    }
}
