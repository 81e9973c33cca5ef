package io.ctmconnect.platform;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

/** The platform's campaigns, as far as they are fed by this integration. */
@Singleton
public class Campaigns {
    private static final String INTEGRATION = "calltrackingmetrics";

    private final Documents campaigns;

    Campaigns(MongoDatabase database, PlatformSettings settings) {
        campaigns = Documents.of(database, settings.campaignsCollection());
    }

    /** How many of the account's campaigns use this integration, are not switched off and not deleted. */
    public long countActive(ObjectId account) {
        return campaigns.with(collection -> collection.countDocuments(and(
                eq("account_id", account), eq("integration", INTEGRATION), ne("active", false), eq("deleted", null))));
    }
}
