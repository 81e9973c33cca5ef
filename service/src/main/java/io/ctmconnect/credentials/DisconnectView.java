package io.ctmconnect.credentials;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a disconnect did.
 *
 * @param global whether it was a global one
 * @param configDeleted whether there was a config, which is deleted now
 * @param credentialsDeleted whether the connection is deleted now
 * @param campaignsPreserved active campaigns that are left, and because of which the connection is kept
 * @param campaignsDisabled campaigns that were disabled
 */
record DisconnectView(
        boolean global,
        boolean configDeleted,
        boolean credentialsDeleted,
        @Schema(examples = "2") long campaignsPreserved,
        @Schema(examples = "0") long campaignsDisabled) {

    static DisconnectView global(boolean configDeleted, long campaignsDisabled) {
        return new DisconnectView(true, configDeleted, true, 0, campaignsDisabled);
    }

    static DisconnectView deleted(boolean configDeleted) {
        return new DisconnectView(false, configDeleted, true, 0, 0);
    }

    static DisconnectView kept(boolean configDeleted, long campaignsPreserved) {
        return new DisconnectView(false, configDeleted, false, campaignsPreserved, 0);
    }
}
