package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * The platform's {@code fcm.notifications}: what its bell shows. {@code metadata.tokens} is ours: the SHA-256 of the tokens
 * in the order of {@code message.results}, so that a retry knows which browsers were reached.
 */
@Singleton
public class FcmNotifications {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Documents notifications;
    private final InstantSource clock;

    FcmNotifications(MongoDatabase database, InstantSource clock) {
        notifications = Documents.of(database, "fcm.notifications");
        this.clock = clock;
    }

    /** What became of each token so far; nothing when there is no such record. */
    public List<PushRecord.Result> results(ObjectId id) {
        return Optional.ofNullable(notifications.with(
                        collection -> collection.find(Filters.eq(id)).first()))
                .map(FcmNotifications::results)
                .orElse(List.of());
    }

    private static List<PushRecord.Result> results(Document found) {
        List<String> tokens = list(found, "metadata", "tokens", String.class);
        List<Document> results = list(found, "message", "results", Document.class);
        return IntStream.range(0, Math.min(tokens.size(), results.size()))
                .mapToObj(i -> new PushRecord.Result(
                        tokens.get(i),
                        results.get(i).getString("message_id"),
                        results.get(i).getString("error")))
                .toList();
    }

    private static <T> List<T> list(Document document, String part, String field, Class<T> type) {
        return PlatformFields.at(document, List.of(part, field))
                .filter(List.class::isInstance)
                .map(found -> ((List<?>) found)
                        .stream().filter(type::isInstance).map(type::cast).toList())
                .orElse(List.of());
    }

    /** Writes the record with these results; who has read or removed it, and when it was made, stays. */
    public void save(PushRecord push, List<PushRecord.Result> results) {
        Date now = Date.from(clock.instant());
        Bson update = combine(
                set("message", push.message(results)),
                set(
                        "metadata.tokens",
                        results.stream().map(PushRecord.Result::token).toList()),
                set("updatedAt", now),
                setOnInsert("metadata.origin", "calltrackingmetrics"),
                setOnInsert("account", push.account()),
                setOnInsert("users", List.of(push.user())),
                setOnInsert("type", push.text().type()),
                setOnInsert("module", push.text().module()),
                setOnInsert("sent_by", push.sentBy()),
                setOnInsert("read_by", List.of()),
                setOnInsert("removed_by", List.of()),
                setOnInsert("createdAt", now));
        notifications.with(collection -> collection.updateOne(Filters.eq(push.id()), update, UPSERT));
    }
}
