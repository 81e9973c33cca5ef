package io.ctmconnect.webhooks;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.PageAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an account look at the events that came for its campaigns, and have one worked off again. */
@Path("/v1/e/calltrackingmetrics/{tokenId}/webhook/events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks")
class EventResource {
    private final EventLookupStore events;
    private final Webhooks webhooks;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    EventResource(EventLookupStore events, Webhooks webhooks, CtmSessions sessions, CurrentCaller caller) {
        this.events = events;
        this.webhooks = webhooks;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listEvents",
            summary = "List received call events",
            description =
                    "First those that wait to be worked off, then the others, each the latest first. They are kept"
                            + " for 30 days.")
    @Parameter(ref = "page")
    @Parameter(ref = "limit")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "pending, processed, ignored, parked or rejected",
            schema = @Schema(type = SchemaType.STRING, examples = "parked"))
    @Parameter(
            name = "call_id",
            in = ParameterIn.QUERY,
            description = "CTM's call id",
            schema = @Schema(type = SchemaType.STRING, examples = "3187264501"))
    @Parameter(
            name = "start_date",
            in = ParameterIn.QUERY,
            description = "The first day (UTC) of their receipt",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-03-17"))
    @Parameter(
            name = "end_date",
            in = ParameterIn.QUERY,
            description = "The last day (UTC) of their receipt",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-03-17"))
    public PageAnswer<EventView> list(@PathParam("tokenId") String tokenId, @Context UriInfo uri) {
        EventQuery query = EventQuery.of(uri.getQueryParameters());
        EventLookupStore.Found found = events.find(account(tokenId), query);
        return PageAnswer.of(found.events().stream().map(EventView::of).toList(), query.page(), found.total());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvent", summary = "One received call event, with its body")
    public Answer<EventDetailView> get(@PathParam("tokenId") String tokenId, @PathParam("id") String id) {
        return Answer.of(EventDetailView.of(found(tokenId, id)));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayEvent",
            summary = "Have a call event worked off again",
            description = "Through the same door as when it came; what was counted is not counted twice.")
    public Answer<EventView> replay(@PathParam("tokenId") String tokenId, @PathParam("id") String id) {
        return Answer.of(EventView.of(webhooks.replay(found(tokenId, id))));
    }

    private KnownEvent found(String tokenId, String id) {
        ObjectId account = account(tokenId);
        if (!ObjectId.isValid(id)) {
            throw ApiException.of(ErrorCode.INVALID_ID);
        }
        return events.find(account, new ObjectId(id)).orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
    }

    /** The caller's, provided that the connection is. */
    private ObjectId account(String tokenId) {
        sessions.open(caller.get(), tokenId);
        return caller.get().account();
    }
}
