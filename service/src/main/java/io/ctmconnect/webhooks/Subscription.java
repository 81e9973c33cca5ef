package io.ctmconnect.webhooks;

import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;

import java.time.Instant;
import java.util.Map;

/**
 * A campaign's subscription to the call events of one CTM account.
 *
 * @param campaign the platform's campaign; it has one subscription
 * @param account the platform account
 * @param connection whose credentials made the webhooks at CTM
 * @param ctmAccount whose calls they are
 * @param token what the webhooks' addresses carry; whoever knows it is taken for CTM
 * @param webhooks CTM's webhook ids
 * @param since from when on CTM tells of calls, for each of them: calls that began before are not missed
 * @param version grows with every change
 */
record Subscription(
        ObjectId campaign,
        ObjectId account,
        ObjectId connection,
        String ctmAccount,
        Secret token,
        Map<CallEventKind, String> webhooks,
        Map<CallEventKind, Instant> since,
        long version) {
    Subscription with(Map<CallEventKind, String> otherWebhooks, Map<CallEventKind, Instant> otherSince) {
        return new Subscription(campaign, account, connection, ctmAccount, token, otherWebhooks, otherSince, version);
    }
}
