package io.ctmconnect.bench;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.io.IOException;
import java.util.Objects;

/** The service's store: what the platform has put there, and what the service has made of events. */
final class Store implements AutoCloseable {
    private final MongoClient mongo;

    private Store(MongoClient mongo) {
        this.mongo = mongo;
    }

    static Store of(Service service) throws IOException {
        return new Store(MongoClients.create(service.process().store()));
    }

    void addCampaign(ObjectId id, ObjectId account) {
        collection("campaigns").insertOne(new Document("_id", id).append("account_id", account));
    }

    /** What a campaign counts; empty before the first count. */
    Document metrics(ObjectId campaign) {
        return metrics(campaign, ReadConcern.DEFAULT);
    }

    private Document metrics(ObjectId campaign, ReadConcern concern) {
        return Objects.requireNonNull(collection("campaigns")
                        .withReadConcern(concern)
                        .find(Filters.eq(campaign))
                        .first())
                .get("metrics", new Document());
    }

    /** How many calls a campaign counts, durable or not: to look does not make the embedded store write. */
    long calls(ObjectId campaign) {
        return metrics(campaign, ReadConcern.LOCAL).get("total_calls") instanceof Number number
                ? number.longValue()
                : 0;
    }

    /** How many events are acknowledged and not worked off. */
    long waiting() {
        return collection("calltrackingmetrics.inbox").countDocuments();
    }

    MongoCollection<Document> collection(String name) {
        return mongo.getDatabase("ctm_connect").getCollection(name);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
