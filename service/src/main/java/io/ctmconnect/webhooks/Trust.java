package io.ctmconnect.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ctmconnect.credentials.SigningSecrets;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what an event proves: that it knows a live subscription's token, or that a secret has signed it which is held for
 * its CTM account. CTM signs with the secret of the account that the webhook belongs to, which for an agency's keys is
 * the sub-account's: so every secret of every connection that is known to use the CTM account is tried.
 */
@Singleton
class Trust {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    /** So soon after they were read, secrets that have not signed an event are not read again. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MOST_REMEMBERED = 1000;

    private final LiveSubscriptions subscriptions;
    private final SigningSecrets secrets;
    private final InstantSource clock;
    private final Cache<String, Candidates> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    Trust(LiveSubscriptions subscriptions, SigningSecrets secrets, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What an event proves.
     *
     * @param subscription whose token it knows; empty when it knows none, or its call is another CTM account's
     * @param signers the subscriptions of its CTM account by connections of which a secret has signed it
     */
    record Proof(Optional<Subscription> subscription, List<Subscription> signers, Verdict verdict) {
        /** Whom the event is for, if this is enough. */
        List<Subscription> proven() {
            return subscription.map(List::of).orElse(signers);
        }
    }

    /** Who may have signed the events of a CTM account. */
    private record Candidates(List<Subscription> subscribed, List<SigningSecrets.Held> held, Instant readAt) {
        List<ObjectId> signersOf(Signature signature, byte[] body) {
            return held.stream()
                    .filter(candidate -> signature.isBy(candidate.secret(), body))
                    .map(SigningSecrets.Held::connection)
                    .toList();
        }
    }

    Proof of(Delivery delivery, @Nullable String ctmAccount) {
        Optional<Subscription> named = Optional.ofNullable(delivery.token())
                .flatMap(subscriptions::byToken)
                .filter(subscription -> ctmAccount == null || ctmAccount.equals(subscription.ctmAccount()));
        Signature signature = delivery.signature();
        String account = named.map(Subscription::ctmAccount).orElse(ctmAccount);
        if (signature == null || account == null) {
            return new Proof(named, List.of(), signature == null ? Verdict.ABSENT : Verdict.UNKNOWN);
        }
        return signed(signature, delivery.body().getData(), named, account);
    }

    private Proof signed(Signature signature, byte[] body, Optional<Subscription> named, String account) {
        Candidates candidates = remembered.get(account, this::candidates);
        List<ObjectId> by = candidates.signersOf(signature, body);
        if (by.isEmpty() && candidates.readAt().isBefore(clock.instant().minus(FRESH))) {
            // A secret may have been renewed since.
            candidates = candidates(account);
            remembered.put(account, candidates);
            by = candidates.signersOf(signature, body);
        }
        List<ObjectId> signers = by;
        List<Subscription> signed = named.isPresent()
                ? List.of()
                : candidates.subscribed().stream()
                        .filter(subscription -> signers.contains(subscription.connection()))
                        .filter(subscriptions::isLive)
                        .toList();
        return new Proof(named, signed, verdict(candidates, by));
    }

    private static Verdict verdict(Candidates candidates, List<ObjectId> by) {
        if (!by.isEmpty()) {
            return Verdict.VALID;
        }
        return candidates.held().isEmpty() ? Verdict.UNKNOWN : Verdict.INVALID;
    }

    private Candidates candidates(String account) {
        List<Subscription> subscribed = subscriptions.ofCtmAccount(account);
        List<ObjectId> connections =
                subscribed.stream().map(Subscription::connection).distinct().toList();
        return new Candidates(subscribed, secrets.of(account, connections), clock.instant());
    }
}
