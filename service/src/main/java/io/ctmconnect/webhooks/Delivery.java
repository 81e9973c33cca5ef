package io.ctmconnect.webhooks;

import io.ctmconnect.mongo.ContentId;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * An event as it came over HTTP.
 *
 * @param token the address's {@code s}; null without one
 * @param event the address's {@code e}; null without one
 * @param signature null when it is not signed
 * @param body the raw bytes
 */
record Delivery(
        @Nullable String token,
        @Nullable String event,
        @Nullable Signature signature,
        Binary body) {
    static Delivery of(
            @Nullable String token,
            @Nullable String event,
            @Nullable String time,
            @Nullable String signature,
            byte[] body) {
        Signature signed =
                signature == null || signature.isBlank() ? null : new Signature(time == null ? "" : time, signature);
        return new Delivery(token, event, signed, new Binary(body));
    }

    /**
     * Made of the content and of whom it is for: a re-delivery has the same. The time of the signature is no part of it.
     *
     * @param callId as the event names it: CTM's ids of calls grow; null without one
     */
    ObjectId id(@Nullable Subscription subscription, @Nullable String callId) {
        return ContentId.of(
                callId == null ? 0 : Long.parseLong(callId),
                subscription == null ? new byte[0] : subscription.campaign().toByteArray(),
                String.valueOf(event).getBytes(StandardCharsets.UTF_8),
                body.getData());
    }

    /** Without anything that came from outside. */
    @Override
    public String toString() {
        return "Delivery[" + body.length() + " bytes]";
    }
}
