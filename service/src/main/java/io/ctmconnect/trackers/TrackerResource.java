package io.ctmconnect.trackers;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.PageAnswer;
import io.ctmconnect.http.Revalidated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/trackers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Revalidated
@Tag(name = "Trackers", description = "Tracking numbers of a CTM account, each with its source")
class TrackerResource {
    static final String EITHER_ID = "`TPN...` for a number, `TSO...` for a source";

    private final TrackerSessions sessions;
    private final TrackerList list;
    private final TrackerLookup lookup;
    private final CurrentCaller caller;

    TrackerResource(TrackerSessions sessions, TrackerList list, TrackerLookup lookup, CurrentCaller caller) {
        this.sessions = sessions;
        this.list = list;
        this.lookup = lookup;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listTrackers",
            summary = "List trackers",
            description = "One for each tracking number of the account, in CTM's order.")
    @Parameter(ref = "page")
    @Parameter(ref = "limit")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Part of the name, of the source's name, or of the number, however it is written",
            schema = @Schema(type = SchemaType.STRING))
    public PageAnswer<TrackerView> list(
            @PathParam("tokenId") String tokenId, @PathParam("accountId") String accountId, @Context UriInfo uri) {
        TrackerQuery query = TrackerQuery.of(uri.getQueryParameters());
        TrackerList.Found found = list.find(sessions.look(caller.get(), tokenId, accountId), query);
        return PageAnswer.of(found.numbers().stream().map(TrackerView::of).toList(), query.page(), found.total());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTracker",
            summary = "One tracker",
            description = "By the id of its number, or of its source. A source with exactly one number is shown as that"
                    + " number; any other has its own id and no number.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = EITHER_ID)
    public Answer<TrackerDetailView> get(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @PathParam("id") String id) {
        TrackerId tracker = TrackerId.of(id);
        return Answer.of(TrackerDetailView.of(lookup.find(sessions.look(caller.get(), tokenId, accountId), tracker)));
    }
}
