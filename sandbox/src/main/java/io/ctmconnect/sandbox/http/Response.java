package io.ctmconnect.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer, complete before it is sent.
 *
 * @param status the HTTP status code
 * @param headers header names to values
 * @param body the text of the body, sent as UTF-8
 */
public record Response(int status, Map<String, String> headers, String body) {

    /** The content type of every JSON answer. */
    public static final String JSON = "application/json; charset=utf-8";

    /** A JSON answer. */
    public static Response json(int status, JsonNode body) {
        return new Response(status, Map.of("Content-Type", JSON), body.toString());
    }

    /** A JSON answer under 200, which is also what CTM answers to a create. */
    public static Response ok(JsonNode body) {
        return json(200, body);
    }

    /** CTM's short error shape, {@code {"error": message}}. */
    public static Response error(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    /** CTM's usual error shape, {@code {"status":"error","reason": reason}}. */
    public static Response reason(int status, String reason) {
        return json(status, Json.object().put("status", "error").put("reason", reason));
    }

    /** Rails' refusal of one field, {@code {"field": ["message"]}} under 406. */
    public static Response invalid(String field, String message) {
        ObjectNode body = Json.object();
        body.putArray(field).add(message);
        return json(406, body);
    }

    /** A text of any type. */
    public static Response text(int status, String contentType, String body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** This answer with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
