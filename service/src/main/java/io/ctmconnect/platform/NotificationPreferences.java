package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Optional;

/**
 * Whether somebody wants notices about integrations: the account's {@code preferences.notifications.integrations} in
 * {@code _accounts} overrides the user's {@code preferences.integrations} in {@code user_configs}. Where neither says
 * {@code true} or {@code false}, notices are wanted.
 */
@Singleton
public class NotificationPreferences {
    /** A way to reach somebody. */
    public enum Channel {
        /** Browser push. */
        PUSH("push"),
        /** E-mail. */
        EMAIL("email");

        private final String key;

        Channel(String key) {
            this.key = key;
        }

        /** The platform's word for it. */
        public String key() {
            return key;
        }
    }

    private final Documents accounts;
    private final Documents configs;

    NotificationPreferences(MongoDatabase database) {
        accounts = Documents.of(database, PlatformAccounts.COLLECTION);
        configs = Documents.of(database, "user_configs");
    }

    /** Whether the user wants notices by this channel, as a member of this account. */
    public boolean wants(ObjectId account, ObjectId user, Channel channel) {
        return ofAccount(account, channel)
                .or(() -> ofUser(account, user, channel))
                .orElse(true);
    }

    private Optional<Boolean> ofAccount(ObjectId account, Channel channel) {
        return choice(
                accounts, Filters.eq(account), List.of("preferences", "notifications", "integrations", channel.key()));
    }

    private Optional<Boolean> ofUser(ObjectId account, ObjectId user, Channel channel) {
        Bson theirs = Filters.and(
                PlatformFields.holds("user", user),
                PlatformFields.holds("account", account),
                Filters.eq("type", "notifications"));
        return choice(configs, theirs, List.of("preferences", "integrations", channel.key()));
    }

    private static Optional<Boolean> choice(Documents documents, Bson filter, List<String> path) {
        Document found = documents.with(collection -> collection.find(filter).first());
        return Optional.ofNullable(found)
                .flatMap(document -> PlatformFields.at(document, path))
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }
}
