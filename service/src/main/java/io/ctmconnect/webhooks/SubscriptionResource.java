package io.ctmconnect.webhooks;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.Caller;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Bodies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/e/calltrackingmetrics/{tokenId}/webhook")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks")
class SubscriptionResource {
    private final Subscriptions subscriptions;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    SubscriptionResource(Subscriptions subscriptions, CtmSessions sessions, CurrentCaller caller) {
        this.subscriptions = subscriptions;
        this.sessions = sessions;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "subscribe",
            summary = "Feed a campaign with the calls of a CTM account",
            description =
                    "Creates one webhook at CallTrackingMetrics for each event, and links the campaign. Again is the"
                            + " same; another CTM account replaces the old one.")
    public Answer<SubscriptionView> subscribe(
            @Parameter(description = "The connection's id") @PathParam("tokenId") String tokenId,
            @Nullable SubscriptionForm form) {
        Caller present = caller.get();
        CtmSession session = sessions.open(present, tokenId);
        Subscription subscription =
                subscriptions.subscribe(present, session, new ObjectId(tokenId), Bodies.given(form));
        return Answer.of(SubscriptionView.of(subscription, subscriptions.receiver()));
    }
}
