package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.Optional;

/** The platform's {@code _accounts}: agencies, and sub-accounts that name their agency in {@code parent_account}. */
@Singleton
public class PlatformAccounts {
    /** The collection's name. */
    static final String COLLECTION = "_accounts";

    private static final String NAME = "name";
    private static final String OWNER = "owner";
    private static final String PARENT = "parent_account";

    private final Documents accounts;

    PlatformAccounts(MongoDatabase database) {
        accounts = Documents.of(database, COLLECTION);
    }

    /** The account; without name, owner and parent when the platform does not know it. */
    public PlatformAccount find(ObjectId account) {
        return read(account, NAME, OWNER, PARENT)
                .map(found -> new PlatformAccount(
                        account,
                        PlatformFields.text(found, NAME).orElse(null),
                        PlatformFields.id(found, OWNER).orElse(null),
                        PlatformFields.id(found, PARENT).orElse(null)))
                .orElseGet(() -> new PlatformAccount(account, null, null, null));
    }

    /** The account's parent; empty for an agency, and for an account that does not exist. */
    public Optional<ObjectId> parentOf(ObjectId account) {
        return read(account, PARENT).flatMap(found -> PlatformFields.id(found, PARENT));
    }

    private Optional<Document> read(ObjectId account, String... fields) {
        return Optional.ofNullable(accounts.with(collection -> collection
                .find(Filters.eq(account))
                .projection(Projections.include(fields))
                .first()));
    }
}
