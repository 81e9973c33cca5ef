package io.ctmconnect.it;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static com.mongodb.client.model.Filters.eq;

/** What a service's store holds of one account. */
record Stored(List<Document> keys, List<Document> configs, List<Document> campaigns, List<Document> notices) {
    static Stored of(Function<String, MongoCollection<Document>> store, String account) {
        ObjectId id = new ObjectId(account);
        return new Stored(
                keys(store.apply("integrations.calltrackingmetrics.key"), id),
                all(store.apply("analytics.calltrackingmetrics.userconfig"), "account_id", id),
                all(store.apply("campaigns"), "account_id", id),
                all(store.apply("calltrackingmetrics.outbox"), "payload.account", id).stream()
                        .filter(row -> "integration-notice".equals(row.get("kind")))
                        .toList());
    }

    /** The connections of an account, without the marks that the outbox' worker takes off at some moment. */
    static List<Document> keys(MongoCollection<Document> collection, ObjectId account) {
        List<Document> keys = all(collection, "account_id", account);
        keys.forEach(key -> key.remove("unconfirmed"));
        return keys;
    }

    private static List<Document> all(MongoCollection<Document> collection, String field, ObjectId account) {
        return collection.find(eq(field, account)).into(new ArrayList<>());
    }

    static Document campaign(String account) {
        return new Document("_id", new ObjectId())
                .append("account_id", new ObjectId(account))
                .append("integration", "calltrackingmetrics")
                .append("active", true);
    }

    boolean isConnected() {
        return keys.stream().anyMatch(key -> key.get("deleted") == null);
    }

    long activeCampaigns() {
        return campaigns.stream()
                .filter(campaign -> Boolean.TRUE.equals(campaign.get("active")))
                .count();
    }

    boolean hasHeldNotices() {
        return notices.stream().anyMatch(row -> "held".equals(row.get("state")));
    }

    /** The types of the notices that are on their way or sent, oldest first. */
    List<String> told() {
        return notices.stream()
                .filter(row -> !List.of("held", "dropped").contains(row.getString("state")))
                .map(row -> row.get("payload", Document.class))
                .sorted((one, other) ->
                        Long.compare(one.getLong("connection_version"), other.getLong("connection_version")))
                .map(payload -> payload.getString("type"))
                .toList();
    }
}
