package io.ctmconnect.app;

import io.ctmconnect.http.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.lang.management.ManagementFactory;
import java.time.Duration;

@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operation", description = "What the platform's operators ask")
class OperationsResource {
    private final Store store;

    OperationsResource(Store store) {
        this.store = store;
    }

    /** Says that the process answers, as the platform's other services do. */
    record Alive(boolean success, @Schema(examples = "OK") String message) {}

    /**
     * The service's state.
     *
     * @param service always {@code calltrackingmetrics}
     * @param mongodb {@code up} or {@code down}
     * @param uptime seconds since the start
     */
    record StatusView(
            @Schema(examples = "calltrackingmetrics") String service,

            @Schema(
                    enumeration = {"up", "down"},
                    examples = "up")
            String mongodb,

            @Schema(examples = "123") long uptime) {}

    @GET
    @Operation(operationId = "alive", summary = "Whether the process answers")
    public Alive alive() {
        return new Alive(true, "OK");
    }

    @GET
    @Path("/status")
    @Operation(operationId = "status", summary = "The service's state; 503 while the store is away")
    @APIResponse(
            responseCode = "200",
            description = "The store is reachable",
            content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
    @APIResponse(
            responseCode = "503",
            description = "The store is not reachable",
            content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
    public Response status() {
        boolean up = store.isReachable();
        long uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                .toSeconds();
        StatusView view = new StatusView("calltrackingmetrics", up ? "up" : "down", uptime);
        return Response.status(up ? 200 : 503)
                .entity(up ? Answer.of(view) : new Answer<>(false, "UNAVAILABLE", view))
                .build();
    }

    /** The success envelope of the state, for the API's description. */
    @Schema(name = "StatusAnswer")
    record StatusAnswer(boolean success, String message, StatusView data) {}
}
