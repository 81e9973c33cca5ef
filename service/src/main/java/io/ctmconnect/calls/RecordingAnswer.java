package io.ctmconnect.calls;

import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.ctm.Recording;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.ErrorResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answer that passes a recording on. A failure on the way cuts it, so that a part never passes for the whole. */
final class RecordingAnswer {
    private static final Logger LOG = Logger.getLogger(RecordingAnswer.class);
    private static final String CONTENT_RANGE = "Content-Range";
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_LENGTH, CONTENT_RANGE, "Accept-Ranges", HttpHeaders.ETAG);

    private RecordingAnswer() {}

    /** @param request its connection is cut when the recording is */
    static Response of(Recording recording, HttpServerRequest request) {
        return recording.status() == 416 ? noSuchRange(recording) : sound(recording, request);
    }

    private static Response noSuchRange(Recording recording) {
        try (recording) {
            return Response.fromResponse(ErrorResponse.of(ApiException.of(ErrorCode.RANGE_NOT_SATISFIABLE)))
                    .header(CONTENT_RANGE, recording.header(CONTENT_RANGE))
                    .build();
        }
    }

    private static Response sound(Recording recording, HttpServerRequest request) {
        StreamingOutput body = out -> passOn(recording, out, request);
        Response.ResponseBuilder answer = Response.status(recording.status())
                .entity(body)
                .type(type(recording.header(HttpHeaders.CONTENT_TYPE)))
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header("X-Content-Type-Options", "nosniff");
        PASSED_ON.forEach(name -> answer.header(name, recording.header(name)));
        return answer.build();
    }

    private static String type(@Nullable String type) {
        return type == null ? MediaType.APPLICATION_OCTET_STREAM : type;
    }

    private static void passOn(Recording recording, OutputStream out, HttpServerRequest request) {
        try (recording) {
            recording.transferTo(out);
        } catch (CtmException e) {
            if (!request.response().headWritten()) {
                throw ApiException.of(ErrorCode.CTM_UNAVAILABLE);
            }
            LOG.warn("CTM cut a recording, the answer is cut too", e);
            cut(request);
        } catch (IOException _) {
            cut(request); // the caller has gone
        }
    }

    /**
     * Waits until it is cut: what the framework writes at the answer's end comes too late then. Its own reset would leave
     * the request uncounted, in the log and among those that a shutdown waits for.
     */
    private static void cut(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }
}
