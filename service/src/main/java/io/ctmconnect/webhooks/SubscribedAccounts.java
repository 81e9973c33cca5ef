package io.ctmconnect.webhooks;

import io.ctmconnect.platform.CampaignLinks;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The CTM accounts whose calls feed campaigns. */
@Singleton
public class SubscribedAccounts {
    private final SubscriptionStore subscriptions;
    private final CampaignLinks campaigns;

    SubscribedAccounts(SubscriptionStore subscriptions, CampaignLinks campaigns) {
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
    }

    /**
     * A CTM account with webhooks.
     *
     * @param connection whose credentials have made them
     * @param ctmAccount CTM's account id
     */
    public record Subscribed(ObjectId connection, String ctmAccount) {}

    /** Those of campaigns that are switched on. */
    public Set<Subscribed> now() {
        List<SubscriptionStore.Entry> all = subscriptions.all();
        Set<ObjectId> fed = campaigns.fed(all.stream()
                .collect(Collectors.toMap(SubscriptionStore.Entry::campaign, SubscriptionStore.Entry::account)));
        return all.stream()
                .filter(entry -> fed.contains(entry.campaign()))
                .map(entry -> new Subscribed(entry.connection(), entry.ctmAccount()))
                .collect(Collectors.toSet());
    }
}
