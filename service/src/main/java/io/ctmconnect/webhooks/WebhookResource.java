package io.ctmconnect.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where CTM sends events to. Public: an event proves itself by its address or its signature. */
@Path("/v1/e/calltrackingmetrics/webhook/call-update")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Be told of calls as they happen")
class WebhookResource {
    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** The answer says only that the event is kept. */
    record Received(boolean success, String message) {}

    @POST
    @Operation(
            operationId = "receiveEvent",
            summary = "Receive a call event from CallTrackingMetrics",
            description =
                    "A 200 means that the event is stored durably; 503 that CTM should send it again. An event that"
                            + " proves nothing is kept apart and attributed to nobody.")
    public Received receive(
            @Parameter(description = "The subscription's token") @QueryParam("s") @Nullable String token,
            @Parameter(description = "The event, by the platform's name") @QueryParam("e") @Nullable String event,
            @Parameter(description = "Part of what is signed") @HeaderParam("X-CTM-Time") @Nullable String time,
            @Parameter(description = "Base64(HMAC-SHA1(secret, X-CTM-Time + body))")
                    @HeaderParam("X-CTM-Signature")
                    @Nullable
                    String signature,
            byte @Nullable [] body) {
        webhooks.accept(Delivery.of(token, event, time, signature, body == null ? new byte[0] : body));
        return new Received(true, "SUCCESS");
    }
}
