package io.ctmconnect.sandbox.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.time.Instant;

/**
 * One request that the API saw, without any credential in it.
 *
 * @param seq counts from 1 since the start or the last clearing
 * @param path as sent
 * @param caller who it proved to come from, such as {@code key:agency-20417}; {@code nobody} without a valid proof
 * @param status the status answered, 0 when the connection was cut instead
 * @param fault the kind of fault that struck, empty for none
 */
public record Entry(
        long seq,
        Instant time,
        String method,
        String path,
        String query,
        String body,
        String caller,
        int status,
        String fault) {

    /** As the control route lists it. */
    public ObjectNode json() {
        return Json.object()
                .put("seq", seq)
                .put("time", time.toString())
                .put("method", method)
                .put("path", path)
                .put("query", query)
                .put("body", body)
                .put("caller", caller)
                .put("status", status)
                .put("fault", fault.isEmpty() ? null : fault);
    }
}
