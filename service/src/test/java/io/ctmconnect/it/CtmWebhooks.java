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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Webhooks at the simulated CTM, as somebody with the agency's keys sees them. */
final class CtmWebhooks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FIRST_KEY = 1;

    private CtmWebhooks() {}

    /** Adds one and answers its id. */
    static String add(URI ctm, String account, String position) {
        String body = "{\"weburl\":\"https://connect.example/hook\",\"position\":\"%s\"}".formatted(position);
        HttpRequest.Builder request = request(ctm, account, FIRST_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(request).path("webhook").path("id").asText();
    }

    /** All of an account, as CTM prints them. */
    static List<JsonNode> all(URI ctm, String account) {
        return send(request(ctm, account, FIRST_KEY).GET())
                .path("webhooks")
                .valueStream()
                .toList();
    }

    static void delete(URI ctm, String account, String webhook) {
        send(request(ctm, account, FIRST_KEY, "/" + webhook).DELETE());
    }

    static List<String> ids(URI ctm, String account) {
        return ids(ctm, account, FIRST_KEY);
    }

    static List<String> idsAfterRotation(URI ctm, String account) {
        return ids(ctm, account, FIRST_KEY + 1);
    }

    private static List<String> ids(URI ctm, String account, int key) {
        return send(request(ctm, account, key).GET()).path("webhooks").findValuesAsText("id");
    }

    private static HttpRequest.Builder request(URI ctm, String account, int key) {
        return request(ctm, account, key, "");
    }

    private static HttpRequest.Builder request(URI ctm, String account, int key, String rest) {
        String pair = "sandbox-agency-20417-key-%d:sandbox-agency-20417-secret-%d".formatted(key, key);
        return HttpRequest.newBuilder(URI.create(ctm + "/accounts/" + account + "/webhooks" + rest))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    HTTP.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
