package io.ctmconnect.calls;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.Ids;
import io.ctmconnect.http.PageAnswer;
import io.ctmconnect.http.PublicAddress;
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

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Revalidated
@Tag(name = "Calls", description = "Phone calls of a CTM account; texts, forms and chats are not calls")
class CallResource {
    private final CallList list;
    private final CtmSessions sessions;
    private final CurrentCaller caller;
    private final PublicAddress address;

    CallResource(CallList list, CtmSessions sessions, CurrentCaller caller, PublicAddress address) {
        this.list = list;
        this.sessions = sessions;
        this.caller = caller;
        this.address = address;
    }

    @GET
    @Operation(
            operationId = "listCalls",
            summary = "List calls",
            description = "Days are those of the CTM account's time zone. A status, another order than newest first, or"
                    + " a source by name is applied to the whole window here, which may hold 10,000 activities; all else"
                    + " is paged by CTM, as far as its 10,000th row.")
    @Parameter(ref = "page")
    @Parameter(ref = "limit")
    @Parameter(ref = "start_date")
    @Parameter(ref = "end_date")
    @Parameter(ref = "call_status")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"name", "date", "duration"},
                            defaultValue = "date"))
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"},
                            defaultValue = "desc"))
    @Parameter(ref = "search")
    @Parameter(ref = "source")
    @Parameter(ref = "tracker")
    @Parameter(ref = "direction")
    public PageAnswer<CallView> list(
            @PathParam("tokenId") String tokenId, @PathParam("accountId") String accountId, @Context UriInfo uri) {
        String account = Ids.ctm(accountId);
        CallQuery query = CallQuery.of(uri.getQueryParameters());
        CallList.Found found = list.find(sessions.open(caller.get(), tokenId), account, query);
        CallLinks links = new CallLinks(address.baseUrl(), tokenId, account);
        return PageAnswer.of(
                found.calls().stream().map(call -> CallView.of(call, links)).toList(), query.page(), found.total());
    }
}
