package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return find(unconfirmed, campaign, account).filter(CampaignLinks::isFed).isPresent();
    }

    /**
     * Those of the campaigns for which calls count.
     *
     * @param accounts the account of each
     */
    public Set<ObjectId> fed(Map<ObjectId, ObjectId> accounts) {
        return campaigns
                .with(collection -> collection
                        .find(Filters.in("_id", accounts.keySet()))
                        .projection(Projections.include("account_id", "integration", "active", "deleted"))
                        .into(new ArrayList<>()))
                .stream()
                .filter(found -> Objects.equals(accounts.get(found.getObjectId("_id")), found.get("account_id")))
                .filter(found -> found.get("deleted") == null && isFed(found))
                .map(found -> found.getObjectId("_id"))
                .collect(Collectors.toSet());
    }

    private static boolean isFed(Document found) {
        return INTEGRATION.equals(found.get("integration")) && !Boolean.FALSE.equals(found.get("active"));
    }

    /** Names other webhooks as those that feed it, and changes nothing else; not when it is switched off or deleted. */
    public void renameWebhooks(ObjectId campaign, List<String> webhooks) {
        campaigns.with(collection -> collection.updateOne(
                Filters.and(
                        Filters.eq("_id", campaign),
                        Filters.eq("integration", INTEGRATION),
                        Filters.ne("active", false),
                        Filters.eq("deleted", null)),
                Updates.set("integration_data.webhook_ids", webhooks)));
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
