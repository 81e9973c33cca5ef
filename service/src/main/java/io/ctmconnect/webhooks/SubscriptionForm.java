package io.ctmconnect.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.http.Fields;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Set;

/**
 * The body of POST /{tokenId}/webhook.
 *
 * @param campaignId the platform's campaign
 * @param calltrackingAccountId CTM's account id
 * @param events what to be told of
 */
record SubscriptionForm(
        @Schema(required = true, implementation = String.class, examples = "65f0a1b2c3d4e5f60718c001")
        ObjectId campaignId,

        @Schema(required = true, examples = "482913") String calltrackingAccountId,

        @Schema(defaultValue = "[\"call.completed\"]", examples = "[\"call.completed\",\"call.received\"]")
        Set<CallEventKind> events) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SubscriptionForm of(JsonNode body) {
        Fields fields = Fields.of(body);
        String campaign = fields.objectId("campaign_id");
        String ctmAccount = fields.ctmId("calltracking_account_id");
        List<CallEventKind> events = fields.choices("events", List.of(CallEventKind.values()), CallEventKind::wire);
        fields.check();
        return new SubscriptionForm(
                new ObjectId(campaign),
                ctmAccount,
                events.isEmpty() ? Set.of(CallEventKind.COMPLETED) : Set.copyOf(events));
    }
}
