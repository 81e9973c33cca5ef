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
 * not remembered.
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

    Optional<Subscription> byToken(String token) {
        return Optional.ofNullable(named.getIfPresent(token)).or(() -> look(token));
    }

    private Optional<Subscription> look(String token) {
        Optional<Subscription> found = subscriptions.byToken(token).filter(this::isLive);
        found.ifPresent(subscription -> named.put(token, subscription));
        return found;
    }

    /** All subscriptions to the events of a CTM account, live or not. */
    List<Subscription> ofCtmAccount(String ctmAccount) {
        return subscriptions.ofCtmAccount(ctmAccount);
    }

    boolean isLive(Subscription subscription) {
        return campaigns.isFed(subscription.campaign(), subscription.account());
    }
}
