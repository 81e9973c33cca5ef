package io.ctmconnect.calls;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Ids;
import io.ctmconnect.http.PublicAddress;
import io.ctmconnect.http.Revalidated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Revalidated
@Tag(name = "Calls")
class CallDetailResource {
    private final CallLookup calls;
    private final CtmSessions sessions;
    private final CurrentCaller caller;
    private final PublicAddress address;

    CallDetailResource(CallLookup calls, CtmSessions sessions, CurrentCaller caller, PublicAddress address) {
        this.calls = calls;
        this.sessions = sessions;
        this.caller = caller;
        this.address = address;
    }

    @GET
    @Path("/{callId}")
    @Operation(
            operationId = "getCall",
            summary = "One call",
            description = "All that the list shows of it, and more. Texts, forms and chats are not found here.")
    public Answer<CallDetailView> get(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @PathParam("callId") String callId) {
        String account = Ids.ctm(accountId);
        String id = Ids.ctm(callId);
        Call call = calls.find(sessions.open(caller.get(), tokenId), account, id);
        return Answer.of(CallDetailView.of(call, new CallLinks(address.baseUrl(), tokenId, account)));
    }
}
