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
    private static final String PARENT = "parent_account";

    private final Documents accounts;

    PlatformAccounts(MongoDatabase database) {
        accounts = Documents.of(database, "_accounts");
    }

    /** The account's parent; empty for an agency, and for an account that does not exist. */
    public Optional<ObjectId> parentOf(ObjectId account) {
        Document found = accounts.with(collection -> collection
                .find(Filters.eq(account))
                .projection(Projections.include(PARENT))
                .first());
        return Optional.ofNullable(found)
                .map(document -> document.get(PARENT))
                .map(Object::toString)
                .filter(ObjectId::isValid)
                .map(ObjectId::new);
    }
}
