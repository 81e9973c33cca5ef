package io.ctmconnect.trackers;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Bodies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/trackers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Trackers")
class TrackerChangeResource {
    private final TrackerSessions sessions;
    private final TrackerChanges changes;
    private final CurrentCaller caller;

    TrackerChangeResource(TrackerSessions sessions, TrackerChanges changes, CurrentCaller caller) {
        this.sessions = sessions;
        this.changes = changes;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateTracker",
            summary = "Change a tracker",
            description = "Changes the fields that are given: those of the source, and with `destination` where the"
                    + " number's calls are put through to. By a number's id a source that other numbers have too is not"
                    + " changed; a source's id means the source for all of its numbers. If only a part could be done,"
                    + " the error says in `stands` which.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = TrackerResource.EITHER_ID)
    public Answer<TrackerDetailView> update(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @PathParam("id") String id,
            @Nullable TrackerChangeForm form) {
        TrackerChangeForm change = Bodies.given(form);
        TrackerId tracker = TrackerId.of(id);
        return Answer.of(
                TrackerDetailView.of(changes.update(sessions.open(caller.get(), tokenId, accountId), tracker, change)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteTracker",
            summary = "Delete a tracker",
            description = "Deletes the source. Its numbers stay in the account and go on costing what they cost. By a"
                    + " number's id a source that other numbers have too is not deleted.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = TrackerResource.EITHER_ID)
    public Answer<DeletedTrackerView> delete(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @PathParam("id") String id) {
        TrackerId tracker = TrackerId.of(id);
        String source = changes.delete(sessions.open(caller.get(), tokenId, accountId), tracker);
        return Answer.of(new DeletedTrackerView(id, source, true));
    }
}
