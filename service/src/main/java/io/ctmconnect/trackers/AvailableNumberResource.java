package io.ctmconnect.trackers;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.ctm.NumberSearch;
import io.ctmconnect.http.PageAnswer;
import io.ctmconnect.http.PageRequest;
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

import java.util.List;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/trackers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Trackers")
class AvailableNumberResource {
    private final TrackerSessions sessions;
    private final CurrentCaller caller;

    AvailableNumberResource(TrackerSessions sessions, CurrentCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Path("/available")
    @Operation(
            operationId = "listAvailableNumbers",
            summary = "Numbers that can be bought",
            description = "What CTM offers, on one page. One of `area_code`, `country` and `toll_free` must be given.")
    @Parameter(
            name = "area_code",
            in = ParameterIn.QUERY,
            description = "Three digits; outside North America one to five",
            schema = @Schema(type = SchemaType.STRING, examples = "443"))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "ISO 3166, two letters",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "US"))
    @Parameter(
            name = "toll_free",
            in = ParameterIn.QUERY,
            description = "Only numbers that are free for callers; not together with `area_code`",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public PageAnswer<AvailableNumberView> available(
            @PathParam("tokenId") String tokenId, @PathParam("accountId") String accountId, @Context UriInfo uri) {
        NumberSearch search = AvailableQuery.of(uri.getQueryParameters()).search();
        List<AvailableNumberView> offers = sessions.look(caller.get(), tokenId, accountId).offers(search).stream()
                .map(offer -> AvailableNumberView.of(offer, search.tollFree()))
                .toList();
        return PageAnswer.of(offers, new PageRequest(1, Math.max(1, offers.size())), offers.size());
    }
}
