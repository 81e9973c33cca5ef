package io.ctmconnect.webhooks;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The live feed: calls as they change, as server-sent events. */
@Path("/v1/e/calltrackingmetrics/{tokenId}/live")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks")
class LiveResource {
    private final LiveListeners listeners;
    private final LiveStore store;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    LiveResource(LiveListeners listeners, LiveStore store, CtmSessions sessions, CurrentCaller caller) {
        this.listeners = listeners;
        this.store = store;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "listenLive",
            summary = "Calls as they change, as server-sent events",
            description =
                    "Each event \"call\" has the call as it is now. After a cut, Last-Event-ID goes on where it was,"
                            + " at any process; an event \"gap\" says that messages in between are no longer kept (1000 are).")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public void listen(
            @PathParam("tokenId") String tokenId,
            @Parameter(description = "The id of the last event that was seen") @HeaderParam("Last-Event-ID") @Nullable
                    String lastSeen,
            @Context SseEventSink sink,
            @Context Sse sse) {
        sessions.open(caller.get(), tokenId);
        ObjectId account = caller.get().account();
        listeners.add(account, from(account, lastSeen), sink, sse);
    }

    private long from(ObjectId account, @Nullable String lastSeen) {
        long head = store.head(account);
        if (lastSeen == null || lastSeen.isBlank()) {
            return head;
        }
        if (!lastSeen.strip().matches("\\d{1,18}")) {
            throw ApiException.invalid(List.of(new Violation("Last-Event-ID", "must be the id of an event")));
        }
        return Long.parseLong(lastSeen.strip());
    }
}
