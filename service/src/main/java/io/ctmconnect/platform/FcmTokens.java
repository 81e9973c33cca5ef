package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The platform's {@code fcm.tokens}: the browsers in which a user has allowed push notices. */
@Singleton
public class FcmTokens {
    private static final String USER = "user_id";
    private static final String WEB_TOKEN = "web_token";

    private final Documents tokens;

    FcmTokens(MongoDatabase database) {
        tokens = Documents.of(database, "fcm.tokens");
    }

    /** The user's tokens, each once, in the order in which they were added. */
    public List<Secret> of(ObjectId user) {
        return documentsOf(user).stream()
                .flatMap(document -> texts(document.get(WEB_TOKEN)))
                .distinct()
                .map(Secret::of)
                .toList();
    }

    /** Removes exactly this token from the user's documents; what else is registered stays. */
    public void remove(ObjectId user, Secret token) {
        for (Document document : documentsOf(user)) {
            Object id = Objects.requireNonNull(document.get("_id"));
            if (document.get(WEB_TOKEN) instanceof Collection) {
                Bson without = Updates.pull(WEB_TOKEN, token.reveal());
                tokens.with(collection -> collection.updateOne(Filters.eq(id), without));
            } else {
                Bson still = Filters.and(Filters.eq(id), Filters.eq(WEB_TOKEN, token.reveal()));
                tokens.with(collection -> collection.updateOne(still, Updates.unset(WEB_TOKEN)));
            }
        }
    }

    private List<Document> documentsOf(ObjectId user) {
        return tokens.with(
                collection -> collection.find(PlatformFields.holds(USER, user)).into(new ArrayList<>()));
    }

    private static Stream<String> texts(@Nullable Object webToken) {
        Stream<?> values = webToken instanceof Collection<?> several ? several.stream() : Stream.ofNullable(webToken);
        return values.filter(String.class::isInstance).map(String.class::cast).filter(text -> !text.isBlank());
    }
}
