package io.ctmconnect.calls;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.Ids;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Revalidated
@Tag(name = "Calls")
class CallReportResource {
    private static final String COUNTED =
            " Without dates it is the last 30 days, today included. Counts the calls that the list holds for the same filter and days. Reads up to"
                    + " 100,000 activities; `complete` is false, and `reason` says why, when that is not all of them.";

    private final CallReports reports;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    CallReportResource(CallReports reports, CtmSessions sessions, CurrentCaller caller) {
        this.reports = reports;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Path("/summary")
    @Operation(
            operationId = "summarizeCalls",
            summary = "Totals of calls",
            description = "With the totals of as many days right before, and by source." + COUNTED)
    @Parameter(ref = "start_date")
    @Parameter(ref = "end_date")
    @Parameter(ref = "interval")
    @Parameter(ref = "call_status")
    @Parameter(ref = "search")
    @Parameter(ref = "source")
    @Parameter(ref = "tracker")
    @Parameter(ref = "direction")
    public Answer<CallSummary> summary(
            @PathParam("tokenId") String tokenId, @PathParam("accountId") String accountId, @Context UriInfo uri) {
        String account = Ids.ctm(accountId);
        ReportQuery query = ReportQuery.ofSummary(uri.getQueryParameters());
        return Answer.of(reports.summary(sessions.open(caller.get(), tokenId), account, query));
    }

    @GET
    @Path("/chart")
    @Operation(
            operationId = "chartCalls",
            summary = "Calls by hours, days, weeks or months",
            description =
                    "Every bucket of the window, ascending. Weeks start on Monday; a day whose clocks change has 23 or"
                            + " 25 hours." + COUNTED)
    @Parameter(ref = "start_date")
    @Parameter(ref = "end_date")
    @Parameter(ref = "interval")
    @Parameter(ref = "call_status")
    @Parameter(ref = "search")
    @Parameter(ref = "source")
    @Parameter(ref = "tracker")
    @Parameter(ref = "direction")
    public Answer<CallChart> chart(
            @PathParam("tokenId") String tokenId, @PathParam("accountId") String accountId, @Context UriInfo uri) {
        String account = Ids.ctm(accountId);
        ReportQuery query = ReportQuery.ofChart(uri.getQueryParameters());
        return Answer.of(reports.chart(sessions.open(caller.get(), tokenId), account, query));
    }
}
