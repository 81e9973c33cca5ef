package io.ctmconnect.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.auth.Authenticated;
import io.ctmconnect.auth.Caller;
import io.ctmconnect.auth.CurrentCaller;
import io.ctmconnect.http.Answer;
import io.ctmconnect.idempotency.Idempotency;
import io.ctmconnect.idempotency.IdempotencyKey;
import io.ctmconnect.idempotency.IdempotentRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/e/calltrackingmetrics/{tokenId}/accounts/{accountId}/trackers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Trackers")
class TrackerCreationResource {
    private final TrackerSessions sessions;
    private final TrackerCreation creation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    TrackerCreationResource(
            TrackerSessions sessions, TrackerCreation creation, Idempotency idempotency, CurrentCaller caller) {
        this.sessions = sessions;
        this.creation = creation;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createTracker",
            summary = "Create a tracker",
            description = "Creates a source. With `number_id` that number leaves its source for the new one; with"
                    + " `phone_number` a number is bought for it. With `destination` the number's calls are put through"
                    + " there. When a step fails, those before it are undone, and the error says in `stands` what could"
                    + " not be undone. Nothing is repeated: send an `Idempotency-Key` to be able to ask again.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "1 to 255 printable ASCII characters. For 24 hours the same key and body get the first answer"
                    + " again, errors too if something was written to CTM; another body is refused.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TrackerForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The tracker",
            content = @Content(schema = @Schema(implementation = NewTrackerAnswer.class)),
            headers =
                    @Header(
                            name = Idempotency.REPLAYED,
                            description = "`true` when this answer was given before to the same key",
                            schema = @Schema(type = SchemaType.STRING)))
    public Response create(
            @PathParam("tokenId") String tokenId,
            @PathParam("accountId") String accountId,
            @Context HttpHeaders headers,
            @Nullable JsonNode body) {
        NewTracker wanted = NewTracker.of(body, headers.getRequestHeader(IdempotencyKey.HEADER));
        Caller present = caller.get();
        var request = new IdempotentRequest(
                present.account(), tokenId, "POST trackers of " + accountId, wanted.key(), wanted.body());
        return idempotency.answer(
                request,
                steps -> Answer.of(NewTrackerView.of(
                        creation.create(sessions.open(present, tokenId, accountId), wanted.form(), steps))));
    }

    /** The success envelope, for the API's description. */
    @Schema(name = "NewTrackerAnswer")
    record NewTrackerAnswer(boolean success, String message, NewTrackerView data) {}
}
