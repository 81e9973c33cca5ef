package io.ctmconnect.bench;

import org.bson.types.ObjectId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A campaign in the service's store, subscribed to the calls of a CTM account.
 *
 * @param token of the subscription: proves events
 */
record Campaign(ObjectId id, String ctmAccount, String token) {
    /** Adds it to the platform account's, and subscribes it. */
    static Campaign of(Ctm ctm, Service service, String account, String ctmAccount)
            throws IOException, InterruptedException {
        ObjectId id = new ObjectId();
        try (Store store = Store.of(service)) {
            store.addCampaign(id, new ObjectId(account));
        }
        String webhook = service.subscribe(account, id.toHexString(), ctmAccount);
        return new Campaign(id, ctmAccount, ctm.webhookToken(ctmAccount, webhook));
    }

    /** A request that brings an event, as its bytes. */
    byte[] request(String event, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return ("POST /v1/e/calltrackingmetrics/webhook/call-update?s=" + token + "&e=" + event
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + content.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
