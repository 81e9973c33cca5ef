package io.ctmconnect.credentials;

import io.ctmconnect.platform.Campaigns;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;

/**
 * What is left of a disconnect after the connection's own change: the config is deleted, then campaigns are disabled, then
 * webhooks are removed. Each step may be repeated, also by several processes at once, and leaves alone what belongs to a
 * connection that was made since.
 */
@Singleton
class DisconnectRest {
    private final KeyStore keys;
    private final UserConfigStore configs;
    private final Campaigns campaigns;
    private final WebhookRemoval webhooks;

    DisconnectRest(KeyStore keys, UserConfigStore configs, Campaigns campaigns, WebhookRemoval webhooks) {
        this.keys = keys;
        this.configs = configs;
        this.campaigns = campaigns;
        this.webhooks = webhooks;
    }

    /** Does all that is left of that turn; nothing, if it is no disconnect. */
    void finish(ObjectId id, LifeMark mark) {
        if (mark.turn() != Turn.ADDED) {
            keys.findEvenDeleted(id).ifPresent(connection -> finish(connection, mark));
        }
    }

    private void finish(Connection ended, LifeMark mark) {
        configs.delete(ended.account(), ended.id(), mark.generation());
        if (mark.turn() == Turn.GLOBAL && isNotConnected(ended.account())) {
            campaigns.disable(ended.account(), mark.at());
            webhooks.removeAll(ended);
        }
    }

    /** Whoever connects finishes the disconnect first: nothing is left to do then. */
    private boolean isNotConnected(ObjectId account) {
        return keys.liveOf(account).isEmpty();
    }
}
