package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A caller of the service. Holds every answer of a described route against the OpenAPI document. */
final class Api {
    static final String BASE = "/v1/e/calltrackingmetrics";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI service;
    private final OpenApiContract contract;
    private final @Nullable String token;

    private Api(URI service, OpenApiContract contract, @Nullable String token) {
        this.service = service;
        this.contract = contract;
        this.token = token;
    }

    static Api of(URI service) {
        return new Api(service, OpenApiContract.of(service), null);
    }

    /** The same service, called with this JWT. */
    Api as(String jwt) {
        return new Api(service, contract, jwt);
    }

    record Reply(int status, HttpHeaders headers, String text, JsonNode json) {
        JsonNode data() {
            return json.path("data");
        }

        String code() {
            return json.path("code").asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** GET below the API's base path. */
    Reply get(String path) {
        return send(request(BASE + path).GET());
    }

    /** GET of any path of the service. */
    Reply getRoot(String path) {
        return send(request(path).GET());
    }

    /** POST of JSON below the API's base path. */
    Reply post(String path, String json) {
        return send(
                request(BASE + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** PUT of JSON below the API's base path. */
    Reply put(String path, String json) {
        return send(
                request(BASE + path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** DELETE below the API's base path. */
    Reply delete(String path) {
        return send(request(BASE + path).DELETE());
    }

    /** POST of JSON with an idempotency key. */
    Reply postOnce(String path, String json, String key) {
        return send(request(BASE + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            Reply reply = new Reply(
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    json(response.headers(), response.body()));
            contract.check(request.method(), request.uri().getPath(), reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpHeaders headers, String body) throws IOException {
        boolean isJson = headers.firstValue("Content-Type").orElse("").startsWith("application/json");
        return isJson ? JSON.readTree(body) : JSON.missingNode();
    }
}
