package io.ctmconnect.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A request that may carry a key.
 *
 * @param account the platform account that it acts for
 * @param tokenId the connection's id as the path names it
 * @param route what is created and where, the CTM account included: one key may serve on several routes
 * @param key null for none
 */
public record IdempotentRequest(
        ObjectId account,
        String tokenId,
        String route,
        @Nullable String key,
        JsonNode body) {
    /** What the key is stored by. The key comes last, so that no two requests are written alike. */
    String id() {
        return Fingerprint.sha256(
                String.join("\n", account.toHexString(), tokenId.toLowerCase(Locale.ROOT), route, String.valueOf(key)));
    }

    String fingerprint() {
        return Fingerprint.of(body);
    }

    @Override
    public String toString() {
        return "IdempotentRequest[" + route + "]";
    }
}
