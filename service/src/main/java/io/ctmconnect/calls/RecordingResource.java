package io.ctmconnect.calls;

import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.credentials.CtmSessions;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CtmRecordings;
import io.ctmconnect.ctm.Recording;
import io.ctmconnect.http.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/calls/{callId}/recording")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Calls")
class RecordingResource {
    private final CallLookup calls;
    private final CtmRecordings recordings;
    private final CtmSessions sessions;
    private final CurrentCaller caller;

    RecordingResource(CallLookup calls, CtmRecordings recordings, CtmSessions sessions, CurrentCaller caller) {
        this.calls = calls;
        this.recordings = recordings;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getRecording",
            summary = "A call's recording",
            description = "Passed on from CTM while it comes. The type is CTM's, as a rule `audio/wav`.")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "The part to send",
            schema = @Schema(type = SchemaType.STRING, examples = "bytes=0-1023"))
    @Parameter(
            name = "If-Range",
            in = ParameterIn.HEADER,
            description = "The `ETag` of which a part is wanted; the whole is sent when it is another by now",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The recording",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that `Range` asks for",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @PathParam("callId") String callId,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String account = Ids.ctm(accountId);
        String id = Ids.ctm(callId);
        CtmSession session = sessions.open(caller.get(), tokenId);
        Call call = calls.find(session, account, id);
        Map<String, String> conditions = conditions(headers);
        Recording recording = session.call(access -> recordings.open(access, account, call, conditions));
        return RecordingAnswer.of(recording, request);
    }

    private static Map<String, String> conditions(HttpHeaders headers) {
        Map<String, String> conditions = new TreeMap<>();
        Stream.of("Range", "If-Range")
                .filter(name -> headers.getHeaderString(name) != null)
                .forEach(name -> conditions.put(name, headers.getHeaderString(name)));
        return conditions;
    }
}
