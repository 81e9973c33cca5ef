package io.ctmconnect.accounts;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.ctm.CtmAccount;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Ids;
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

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Revalidated
@Tag(name = "Accounts", description = "The CTM accounts that a connection reaches")
class AccountResource {
    private final AccountList list;
    private final CtmApi ctm;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    AccountResource(AccountList list, CtmApi ctm, CtmSessions sessions, CurrentCaller caller) {
        this.list = list;
        this.ctm = ctm;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "List accounts")
    @Parameter(ref = "page")
    @Parameter(ref = "limit")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Part of a name or an id",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "parent_id",
            in = ParameterIn.QUERY,
            description = "Only the accounts of this agency",
            schema = @Schema(type = SchemaType.STRING, examples = "20417"))
    public PageAnswer<AccountView> list(@PathParam("tokenId") String tokenId, @Context UriInfo uri) {
        AccountQuery query = AccountQuery.of(uri.getQueryParameters());
        AccountList.Found found = list.find(sessions.open(caller.get(), tokenId), query);
        return PageAnswer.of(found.accounts().stream().map(AccountView::of).toList(), query.page(), found.total());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "One account")
    public Answer<AccountDetailView> get(@PathParam("tokenId") String tokenId, @PathParam("id") String id) {
        String ctmId = Ids.ctm(id);
        CtmAccount account = sessions.open(caller.get(), tokenId).read(access -> ctm.account(access, ctmId));
        return Answer.of(AccountDetailView.of(account, ctmId));
    }
}
