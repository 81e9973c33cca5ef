package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Optional;

/** Which of the platform's campaigns are fed by calls, and from where: their {@code integration_data}. */
@Singleton
public class CampaignLinks {
    private static final String INTEGRATION = "calltrackingmetrics";

    private final Documents campaigns;
    private final Documents unconfirmed;

    CampaignLinks(MongoDatabase database, PlatformSettings settings) {
        campaigns = Documents.of(database, settings.campaignsCollection());
        unconfirmed = Documents.unconfirmed(database, settings.campaignsCollection());
    }

    /** Whether the account has this campaign, and it is not deleted. */
    public boolean exists(ObjectId campaign, ObjectId account) {
        return find(campaigns, campaign, account).isPresent();
    }

    /**
     * Whether calls count for it: it is the account's, uses this integration, is not switched off and not deleted. May rest
     * on a change that is not durable yet.
     */
    public boolean isFed(ObjectId campaign, ObjectId account) {
        return find(unconfirmed, campaign, account)
                .filter(found -> INTEGRATION.equals(found.get("integration")))
                .filter(found -> !Boolean.FALSE.equals(found.get("active")))
                .isPresent();
    }

    /**
     * Feeds it with calls, and switches it on.
     *
     * @param token the connection's id, as the platform names it
     * @param webhooks CTM's webhook ids
     */
    public void link(ObjectId campaign, String token, String ctmAccount, List<String> webhooks) {
        Document data = new Document("token", token)
                .append("calltracking_account_id", ctmAccount)
                .append("webhook_ids", webhooks);
        campaigns.with(collection -> collection.updateOne(
                Filters.eq("_id", campaign),
                Updates.combine(
                        Updates.set("integration", INTEGRATION),
                        Updates.set("active", true),
                        Updates.set("integration_data", data),
                        Updates.unset("disabled_at"),
                        Updates.unset("disabled_reason"))));
    }

    private static Optional<Document> find(Documents campaigns, ObjectId campaign, ObjectId account) {
        return Optional.ofNullable(campaigns.with(collection -> collection
                        .find(Filters.eq("_id", campaign))
                        .projection(Projections.include("account_id", "integration", "active", "deleted"))
                        .first()))
                .filter(found -> account.equals(found.get("account_id")))
                .filter(found -> found.get("deleted") == null);
    }
}
