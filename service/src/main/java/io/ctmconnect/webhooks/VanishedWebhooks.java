package io.ctmconnect.webhooks;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CtmWebhooks;
import io.ctmconnect.platform.CampaignLinks;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates webhooks again that somebody has removed at CTM. */
@Singleton
public class VanishedWebhooks {
    private static final Logger LOG = Logger.getLogger(VanishedWebhooks.class);

    private final SubscriptionStore store;
    private final LiveSubscriptions live;
    private final Subscriptions subscriptions;
    private final CampaignLinks campaigns;
    private final CtmWebhooks webhooks;

    VanishedWebhooks(
            SubscriptionStore store,
            LiveSubscriptions live,
            Subscriptions subscriptions,
            CampaignLinks campaigns,
            CtmWebhooks webhooks) {
        this.store = store;
        this.live = live;
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
        this.webhooks = webhooks;
    }

    /**
     * Looks at CTM's webhooks of a CTM account, and creates those that live subscriptions of the connection miss. CTM is
     * asked first: a global disconnect disables its campaigns before it removes their webhooks, so these are not missed.
     *
     * @return how many subscriptions have missed any
     */
    public int restore(CtmSession session, ObjectId connection, String ctmAccount) {
        if (of(connection, ctmAccount).isEmpty()) {
            return 0;
        }
        Set<String> present = session.call(access -> webhooks.all(access, ctmAccount)).stream()
                .map(webhook -> String.valueOf(webhook.address()))
                .collect(Collectors.toSet());
        List<Subscription> lacking = of(connection, ctmAccount).stream()
                .filter(subscription -> !present.containsAll(subscriptions.addresses(subscription)))
                .filter(live::isLive)
                .toList();
        lacking.forEach(subscription -> restore(session, subscription));
        return lacking.size();
    }

    private List<Subscription> of(ObjectId connection, String ctmAccount) {
        return live.ofCtmAccount(ctmAccount).stream()
                .filter(subscription -> subscription.connection().equals(connection))
                .toList();
    }

    /** Whoever changes the subscription at the same time looks at CTM's webhooks, too. */
    private void restore(CtmSession session, Subscription lacking) {
        Subscription whole =
                subscriptions.withWebhooks(session, lacking, lacking.webhooks().keySet());
        LOG.warn("webhooks were missing at CTM, and were created again");
        store.replace(whole)
                .ifPresent(saved -> campaigns.renameWebhooks(
                        saved.campaign(), List.copyOf(saved.webhooks().values())));
    }
}
