package io.ctmconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ctmconnect.sandbox.Sandbox;
import io.ctmconnect.sandbox.SandboxSettings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The simulated CTM, steered, and asked directly for comparison. */
final class Ctm implements AutoCloseable {
    static final String ACCOUNT = "482916";
    static final String USER = "agency@example.com";
    static final String PASSWORD = "sandbox-password";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());

    URI apiBaseUrl() {
        return sandbox.apiBaseUrl();
    }

    /** Changes something by a control route. */
    JsonNode control(String path, String json) throws IOException, InterruptedException {
        return post(URI.create(sandbox.controlUrl() + path), json);
    }

    /** Every answer to a search begins so much later. */
    void delaySearches(int millis) throws IOException, InterruptedException {
        control(
                "/faults",
                "{\"kind\":\"slow\",\"delay_ms\":%d,\"match\":{\"path\":\"/calls/search\"}}".formatted(millis));
    }

    void endFaults() throws IOException, InterruptedException {
        delete("/faults");
    }

    void forget() throws IOException, InterruptedException {
        delete("/journal");
    }

    /** Searches of calls since the last {@link #forget}. */
    int searches() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/journal?path=/calls/search"))
                .build();
        return json(request).path("entries").size();
    }

    /** Reads a window one page after another, with all fields, and answers how many requests that took. */
    int readDirectly(String window) throws IOException, InterruptedException {
        URI search = URI.create(apiBaseUrl() + "/accounts/" + ACCOUNT + "/calls/search.json");
        int requests = 0;
        String after = "";
        do {
            JsonNode page = post(
                    search,
                    "{\"per_page\":100,\"direction\":[\"inbound\",\"outbound\"],%s%s}".formatted(window, after));
            requests++;
            after = page.path("after").isTextual()
                    ? ",\"after\":\"" + page.path("after").asText() + "\""
                    : "";
        } while (!after.isEmpty());
        return requests;
    }

    /** The latest 20 calls of the account, as a search answers them. */
    JsonNode page() throws IOException, InterruptedException {
        return post(
                URI.create(apiBaseUrl() + "/accounts/" + ACCOUNT + "/calls/search.json"),
                "{\"per_page\":20,\"direction\":[\"inbound\",\"outbound\"]}");
    }

    /** The account. */
    JsonNode account() throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(URI.create(apiBaseUrl() + "/accounts/" + ACCOUNT))
                .header("Authorization", basic())
                .build());
    }

    /** Where the storage has a recording: the link that CTM sends to. */
    URI recordingLink(String sid) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(apiBaseUrl() + "/accounts/" + ACCOUNT + "/calls/" + sid + "/recording"))
                .header("Authorization", basic())
                .build();
        return URI.create(http.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    /** The subscription's token in the address to which a webhook sends. */
    String webhookToken(String account, String webhook) throws IOException, InterruptedException {
        URI uri = URI.create(apiBaseUrl() + "/accounts/" + account + "/webhooks/" + webhook);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Authorization", basic()).build();
        return json(request).path("weburl").asText().replaceAll(".*\\?s=|&e=.*", "");
    }

    private JsonNode post(URI uri, String json) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Authorization", basic())
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private void delete(String path) throws IOException, InterruptedException {
        json(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + path))
                .DELETE()
                .build());
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the sandbox answered " + request.uri() + " with " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private static String basic() {
        String pair = USER + ":" + PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }
}
