package io.ctmconnect.webhooks;

import io.ctmconnect.secrets.SealedFields;

/** What is sealed in subscriptions. */
public final class SealedTokens {
    public static final SealedFields FIELDS = SealedFields.of(SubscriptionStore.COLLECTION, SubscriptionStore.TOKEN);

    private SealedTokens() {}
}
