package io.ctmconnect.webhooks;

import io.ctmconnect.auth.Caller;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmWebhooks;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.PublicAddress;
import io.ctmconnect.platform.CampaignLinks;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribes campaigns to call events. The subscription is stored first, with the token that its addresses will carry; so a
 * webhook that was created when the process died is found again by its address, and none is created twice.
 */
@Singleton
class Subscriptions {
    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final int TOKEN_BYTES = 32;
    private static final int MAX_SAVES = 20;

    private final SubscriptionStore store;
    private final CampaignLinks campaigns;
    private final CtmApi ctm;
    private final CtmWebhooks webhooks;
    private final PublicAddress address;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            SubscriptionStore store,
            CampaignLinks campaigns,
            CtmApi ctm,
            CtmWebhooks webhooks,
            PublicAddress address,
            InstantSource clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.ctm = ctm;
        this.webhooks = webhooks;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Subscribes a campaign; again is the same.
     *
     * @throws ApiException {@link ErrorCode#RECORD_NOT_FOUND} when the campaign is not the caller's, or the connection does
     *     not reach the CTM account
     */
    Subscription subscribe(Caller caller, CtmSession session, ObjectId connection, SubscriptionForm form) {
        if (!campaigns.exists(form.campaignId(), caller.account())) {
            throw ApiException.of(ErrorCode.RECORD_NOT_FOUND);
        }
        session.call(access -> ctm.account(access, form.calltrackingAccountId()));
        for (int saves = 0; saves < MAX_SAVES; saves++) {
            Optional<Subscription> saved = stored(caller.account(), session, connection, form)
                    .flatMap(subscription -> store.replace(withWebhooks(session, subscription, form.events())));
            if (saved.isPresent()) {
                link(saved.get());
                return saved.get();
            }
        }
        throw ApiException.of(ErrorCode.CONFLICT, "The campaign's subscription is being changed by others; try again");
    }

    /** The stored subscription to that CTM account: the one that is there, or a new one with a new token; empty when lost. */
    private Optional<Subscription> stored(
            ObjectId account, CtmSession session, ObjectId connection, SubscriptionForm form) {
        Optional<Subscription> present = store.of(form.campaignId());
        if (present.isEmpty()) {
            return store.insert(fresh(account, connection, form, 0));
        }
        Subscription old = present.get();
        if (isTheSame(old, account, connection, form)) {
            return present;
        }
        old.webhooks().values().forEach(webhook -> delete(session, old.ctmAccount(), webhook));
        return store.replace(fresh(account, connection, form, old.version()));
    }

    /** Best effort: a webhook that stays at CTM sends events that nobody is subscribed to. */
    private void delete(CtmSession session, String ctmAccount, String webhook) {
        try {
            session.call(access -> {
                ctm.deleteWebhook(access, ctmAccount, webhook);
                return true;
            });
        } catch (ApiException e) {
            LOG.warn("a webhook could not be deleted at CTM", e);
        }
    }

    /** Makes CTM's webhooks what the subscription is to have: one for each event, and no other with its token. */
    Subscription withWebhooks(CtmSession session, Subscription subscription, Set<CallEventKind> events) {
        List<CtmWebhooks.Webhook> present = session.call(access -> webhooks.all(access, subscription.ctmAccount()));
        Map<CallEventKind, String> kept = new EnumMap<>(CallEventKind.class);
        Map<CallEventKind, Instant> since = new EnumMap<>(CallEventKind.class);
        for (CallEventKind event : CallEventKind.values()) {
            List<String> ids = atAddress(present, address(subscription, event));
            if (events.contains(event)) {
                kept.put(
                        event,
                        chosen(subscription.webhooks().get(event), ids)
                                .orElseGet(() -> create(session, subscription, event)));
                since.put(event, subscription.since().getOrDefault(event, clock.instant()));
            }
            ids.stream()
                    .filter(id -> !kept.containsValue(id))
                    .forEach(id -> delete(session, subscription.ctmAccount(), id));
        }
        return subscription.with(kept, since);
    }

    private static List<String> atAddress(List<CtmWebhooks.Webhook> all, String address) {
        return all.stream()
                .filter(webhook -> address.equals(webhook.address()))
                .map(CtmWebhooks.Webhook::id)
                .toList();
    }

    /** The one that is known, else the first: two requests at once may have made one each. */
    private static Optional<String> chosen(@Nullable String known, List<String> ids) {
        return ids.stream()
                .filter(id -> id.equals(known))
                .findFirst()
                .or(() -> ids.stream().findFirst());
    }

    private String create(CtmSession session, Subscription subscription, CallEventKind event) {
        return session.call(access -> webhooks.create(
                access,
                subscription.ctmAccount(),
                "DashClicks " + event.wire(),
                address(subscription, event),
                event.position()));
    }

    /** The addresses that its webhooks have at CTM. They hold its token. */
    List<String> addresses(Subscription subscription) {
        return subscription.webhooks().keySet().stream()
                .map(event -> address(subscription, event))
                .toList();
    }

    private String address(Subscription subscription, CallEventKind event) {
        return receiver() + "?s=" + subscription.token().reveal() + "&e=" + event.wire();
    }

    /** Where events are received, without what would let others send them. */
    String receiver() {
        return address.baseUrl() + "/v1/e/calltrackingmetrics/webhook/call-update";
    }

    private void link(Subscription subscription) {
        campaigns.link(
                subscription.campaign(),
                subscription.connection().toHexString(),
                subscription.ctmAccount(),
                List.copyOf(subscription.webhooks().values()));
    }

    private static boolean isTheSame(
            Subscription present, ObjectId account, ObjectId connection, SubscriptionForm form) {
        return present.account().equals(account)
                && present.connection().equals(connection)
                && present.ctmAccount().equals(form.calltrackingAccountId());
    }

    private Subscription fresh(ObjectId account, ObjectId connection, SubscriptionForm form, long version) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new Subscription(
                form.campaignId(),
                account,
                connection,
                form.calltrackingAccountId(),
                Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(token)),
                Map.of(),
                Map.of(),
                version);
    }
}
