package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.util.Optional;

/** The platform's {@code _users}. */
@Singleton
public class PlatformUsers {
    private static final String ACCOUNT = "account";
    private static final Bson FIELDS = Projections.include("email", "name", "first_name", "last_name");

    private final Documents users;

    PlatformUsers(MongoDatabase database) {
        users = Documents.of(database, "_users");
    }

    /** A user. */
    public Optional<PlatformUser> find(ObjectId user) {
        return first(PlatformFields.holds("_id", user));
    }

    /**
     * Who owns the account: the user that it names, else its user with {@code is_owner}, else its oldest user. Empty when
     * nobody is left, as for an account that the platform does not know.
     */
    public Optional<PlatformUser> ownerOf(PlatformAccount account) {
        Bson ofAccount = PlatformFields.holds(ACCOUNT, account.id());
        return Optional.ofNullable(account.owner())
                .flatMap(this::find)
                .or(() -> first(Filters.and(ofAccount, Filters.eq("is_owner", true))))
                .or(() -> first(ofAccount));
    }

    /** The oldest one: an ObjectId begins with the second in which it was made. */
    private Optional<PlatformUser> first(Bson filter) {
        return Optional.ofNullable(users.with(collection -> collection
                        .find(filter)
                        .sort(Sorts.ascending("_id"))
                        .projection(FIELDS)
                        .first()))
                .flatMap(PlatformUser::of);
    }
}
