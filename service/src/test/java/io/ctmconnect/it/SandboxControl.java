package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox's control routes. */
final class SandboxControl {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI control;

    SandboxControl(URI control) {
        this.control = control;
    }

    void reset() {
        post("/reset", "{}");
    }

    /** @param fault the JSON of one fault */
    void fault(String fault) {
        post("/faults", fault);
    }

    void clearFaults() {
        send("DELETE", "/faults", "");
    }

    void settings(String settings) {
        post("/settings", settings);
    }

    JsonNode post(String path, String json) {
        return send("POST", path, json);
    }

    JsonNode patch(String path, String json) {
        return send("PATCH", path, json);
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Requests that CTM has seen since the last {@link #forget()}, whose path holds this text. */
    List<JsonNode> seen(String pathPart) {
        return get("/journal?path=" + pathPart).path("entries").valueStream().toList();
    }

    void forget() {
        send("DELETE", "/journal", "");
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
