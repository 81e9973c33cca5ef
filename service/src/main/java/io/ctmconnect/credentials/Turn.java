package io.ctmconnect.credentials;

import java.util.Locale;

/** A turn in a connection's life, of which others are told. */
enum Turn {
    /** It became live: a first connect, or a revival. */
    ADDED(IntegrationNotice.Type.PROJECT_ADDED),
    /** A conditional disconnect: active campaigns are left, so it stays live, and only its config goes. */
    KEPT(IntegrationNotice.Type.INTEGRATION_DISCONNECTED),
    /** A conditional disconnect without an active campaign: config and connection go. */
    DELETED(IntegrationNotice.Type.INTEGRATION_DISCONNECTED),
    /** A global disconnect: config, campaigns, webhooks and connection go. */
    GLOBAL(IntegrationNotice.Type.INTEGRATION_DISCONNECTED);

    private final IntegrationNotice.Type type;

    Turn(IntegrationNotice.Type type) {
        this.type = type;
    }

    IntegrationNotice.Type type() {
        return type;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Turn of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
