package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Response;

/** CTM's answer to a write: {@code {"status":"success","<singular>":{…}}}. */
final class Success {

    private Success() {}

    static ObjectNode body() {
        return Json.object().put("status", "success");
    }

    /** With what was written, under a singular name. */
    static Response of(String singular, JsonNode written) {
        ObjectNode body = body();
        body.set(singular, written);
        return Response.ok(body);
    }
}
