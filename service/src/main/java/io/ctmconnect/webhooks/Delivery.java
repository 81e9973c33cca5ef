package io.ctmconnect.webhooks;

import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

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
    private static final int ID_BYTES = 12;

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

    /** Made of the content and of whom it is for: a re-delivery has the same. The time of the signature is no part of it. */
    ObjectId id(@Nullable Subscription subscription) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    subscription == null
                            ? new byte[ID_BYTES]
                            : subscription.campaign().toByteArray());
            digest.update(String.valueOf(event).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return new ObjectId(Arrays.copyOf(digest.digest(body.getData()), ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without anything that came from outside. */
    @Override
    public String toString() {
        return "Delivery[" + body.length() + " bytes]";
    }
}
