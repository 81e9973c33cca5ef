package io.ctmconnect.platform;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.ctmconnect.mongo.ContentId;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * The platform's {@code inbound.leads}. The platform's own notifications watch what is inserted here and react to {@code
 * metadata.lead_received}. Writes are unconfirmed: who adds leads, confirms by a write of its own.
 */
@Singleton
public class LeadStore {
    private final Documents leads;

    /** Over the platform's collection. */
    public LeadStore(MongoDatabase database) {
        leads = Documents.unconfirmed(database, "inbound.leads");
    }

    /** Adds each lead once: one that is there already stays as the platform has made it since. */
    public void add(Collection<Lead> added) {
        List<Document> documents = added.stream().map(LeadStore::document).toList();
        if (!documents.isEmpty()) {
            leads.with(collection -> insertWhereAbsent(collection, documents));
        }
    }

    private static boolean insertWhereAbsent(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
        return true;
    }

    private static Document document(Lead lead) {
        return new Document("_id", id(lead))
                .append("account_id", lead.account())
                .append("campaign_id", lead.campaign())
                .append("type", "webhook")
                .append("freshness", "new")
                .append("integration", "calltrackingmetrics")
                .append("data", new Document(lead.data()))
                .append("metadata", new Document("lead_received", true))
                .append("created_at", Date.from(lead.at()));
    }

    private static ObjectId id(Lead lead) {
        return ContentId.of(
                lead.sequence(), lead.campaign().toByteArray(), lead.event().getBytes(StandardCharsets.UTF_8));
    }
}
