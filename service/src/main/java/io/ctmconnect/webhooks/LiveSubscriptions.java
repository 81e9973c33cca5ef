package io.ctmconnect.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ctmconnect.platform.CampaignLinks;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The subscriptions whose campaign is fed by calls. What a token names is remembered for a second: a busy campaign's events
 * cost no look at the store each, and one that is switched off takes events a second longer. That a token names nothing is
 * not remembered. Requests that ask at the same time share one look.
 */
@Singleton
class LiveSubscriptions {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final SubscriptionStore subscriptions;
    private final CampaignLinks campaigns;
    private final Cache<String, Subscription> named = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    LiveSubscriptions(SubscriptionStore subscriptions, CampaignLinks campaigns) {
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
    }

    @SuppressWarnings("NullAway") // what the look does not find is not kept
    Optional<Subscription> byToken(String token) {
        return Optional.ofNullable(named.get(
                token, _ -> subscriptions.byToken(token).filter(this::isLive).orElse(null)));
    }

    /** All subscriptions to the events of a CTM account, live or not. */
    List<Subscription> ofCtmAccount(String ctmAccount) {
        return subscriptions.ofCtmAccount(ctmAccount);
    }

    boolean isLive(Subscription subscription) {
        return campaigns.isFed(subscription.campaign(), subscription.account());
    }
}
