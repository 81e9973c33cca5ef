package io.ctmconnect.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * A campaign's subscription.
 *
 * @param webhookId CTM's id of the webhook; of the one for completed calls when there are several
 * @param url where the events are received; without the subscription's token, which is a secret
 * @param status always {@code active}
 */
record SubscriptionView(
        @Schema(examples = "61544") String webhookId,

        @Schema(examples = "https://connect.example/v1/e/calltrackingmetrics/webhook/call-update")
        String url,

        @Schema(examples = "[\"call.completed\"]") List<String> events,
        @Schema(examples = "active") String status) {

    static SubscriptionView of(Subscription subscription, String receiver) {
        List<CallEventKind> events =
                subscription.webhooks().keySet().stream().sorted().toList().reversed();
        return new SubscriptionView(
                String.valueOf(subscription.webhooks().get(events.getFirst())),
                receiver,
                events.stream().map(CallEventKind::wire).toList(),
                "active");
    }
}
