package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/** The platform's campaigns, as far as they are fed by this integration. */
@Singleton
public class Campaigns {
    private static final String INTEGRATION = "calltrackingmetrics";
    private static final String ACTIVE = "active";
    private static final String DISABLED_AT = "disabled_at";
    private static final String DISABLED_REASON = "disabled_reason";
    private static final String DISCONNECTED = "integration_disconnected";

    private final Documents campaigns;

    Campaigns(MongoDatabase database, PlatformSettings settings) {
        campaigns = Documents.of(database, settings.campaignsCollection());
    }

    /** How many of the account's campaigns use this integration, are not switched off and not deleted. */
    public long countActive(ObjectId account) {
        return campaigns.with(collection -> collection.countDocuments(active(account)));
    }

    /**
     * Switches the account's active campaigns off, because the integration was disconnected. Those that are off already,
     * or deleted, stay as they are.
     *
     * @param at when it was disconnected. Again with the same time, it leaves alone what was switched on since
     */
    public void disable(ObjectId account, Instant at) {
        Bson once = and(active(account), ne(DISABLED_AT, Date.from(at)));
        Bson off = combine(set(ACTIVE, false), set(DISABLED_AT, Date.from(at)), set(DISABLED_REASON, DISCONNECTED));
        campaigns.with(collection -> collection.updateMany(once, off));
    }

    /** How many were switched off by {@link #disable} with that time. */
    public long countDisabled(ObjectId account, Instant at) {
        Bson disabled = and(ofIntegration(account), eq(DISABLED_AT, Date.from(at)), eq(DISABLED_REASON, DISCONNECTED));
        return campaigns.with(collection -> collection.countDocuments(disabled));
    }

    /** CTM's webhooks that feed the account's campaigns, also those that are switched off or deleted. */
    public List<CampaignWebhook> webhooks(ObjectId account) {
        return campaigns
                .with(collection -> collection
                        .find(ofIntegration(account))
                        .projection(Projections.include(CampaignWebhook.INTEGRATION_DATA))
                        .into(new ArrayList<>()))
                .stream()
                .flatMap(CampaignWebhook::of)
                .distinct()
                .toList();
    }

    private static Bson active(ObjectId account) {
        return and(ofIntegration(account), ne(ACTIVE, false), eq("deleted", null));
    }

    private static Bson ofIntegration(ObjectId account) {
        return and(eq("account_id", account), eq("integration", INTEGRATION));
    }
}
