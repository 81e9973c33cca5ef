package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.secrets.Secret;
import org.jspecify.annotations.Nullable;

/** What an account connects with: a CTM user, or API keys from CTM's settings page. */
sealed interface CtmLogin {
    /** The CTM user's name, as the platform stores it; none for API keys, which are never shown again. */
    @Nullable
    String user();

    /** A CTM user, whose password is kept so that keys can be renewed silently. */
    record User(String user, Secret password) implements CtmLogin {}

    /** API keys; nothing can renew them. */
    record Keys(CtmKeys keys) implements CtmLogin {
        @Override
        public @Nullable String user() {
            return null;
        }
    }
}
