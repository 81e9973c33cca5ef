package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmAccess;
import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * One stored set of CTM credentials: a document of {@code integrations.calltrackingmetrics.key}, opened.
 *
 * @param id the platform's {@code tokenId}
 * @param account the platform account
 * @param user the CTM user's name; null when connected with API keys
 * @param credentials what was stored; empty when it does not open with the present keyset
 * @param tokenInvalidated CTM refuses these credentials; nothing is sent until the account connects again
 * @param invalidatedAt since when it does
 * @param version grows with every change of the credentials, of that flag, and of whether it is live
 * @param generation grows with every disconnect: a config of an older generation has ended
 * @param lastSuccessAt when CTM last answered, to the minute
 * @param lastWebhookAt when the last call event came in, to the minute
 */
record Connection(
        ObjectId id,
        ObjectId account,
        @Nullable String user,
        Optional<Credential> credentials,
        boolean tokenInvalidated,
        @Nullable Instant invalidatedAt,
        long version,
        long generation,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastWebhookAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether connecting with this login would change nothing. */
    boolean worksWith(CtmLogin login) {
        return !tokenInvalidated
                && credentials.filter(stored -> stored.isSameAs(user, login)).isPresent();
    }

    /** The right to call CTM. */
    CtmAccess access() {
        CtmKeys keys = credentials
                .map(Credential::keys)
                .orElseThrow(() -> new IllegalStateException("the connection's secrets do not open: " + id));
        return new CtmAccess(id.toHexString(), keys);
    }

    /** The right to read, where what CTM has answered to these credentials a moment ago will do. */
    CtmAccess readAccess() {
        return access().remembering(version);
    }

    /**
     * The secrets of a connection.
     *
     * @param password the CTM user's; null when connected with API keys
     * @param keys what CTM is shown on every request
     */
    record Credential(@Nullable Secret password, CtmKeys keys) {
        private boolean isSameAs(@Nullable String storedUser, CtmLogin login) {
            return switch (login) {
                case CtmLogin.User(String user, Secret given) -> user.equals(storedUser) && given.equals(password);
                case CtmLogin.Keys(CtmKeys given) -> password == null && given.equals(keys);
            };
        }
    }
}
