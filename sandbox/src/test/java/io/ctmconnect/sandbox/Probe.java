package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Speaks to a sandbox over real HTTP. */
final class Probe implements AutoCloseable {

    static final String KEY = "sandbox-agency-20417-key-1";
    static final String SECRET = "sandbox-agency-20417-secret-1";
    static final long EASTERN = 482_913;
    static final long PACIFIC = 482_914;
    static final LocalDate TODAY = LocalDate.of(2026, 3, 17);
    static final SandboxSettings SETTINGS = SandboxSettings.defaults().withToday(TODAY);
    static final SandboxSettings FEW_DAYS = SETTINGS.withDays(3);

    private static final JsonMapper MAPPER = new JsonMapper();

    record Answer(int status, HttpResponse<String> response) {

        String body() {
            return response.body();
        }

        JsonNode json() {
            return parse(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final Sandbox sandbox;
    private final HttpClient http;
    private final String authorization;

    private Probe(Sandbox sandbox, HttpClient http, String authorization) {
        this.sandbox = sandbox;
        this.http = http;
        this.authorization = authorization;
    }

    /** Starts a sandbox and speaks with the agency's keys. */
    static Probe start(SandboxSettings settings) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Probe(Sandbox.start(settings), http, "").as(KEY, SECRET);
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Probe as(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Probe(sandbox, http, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    Probe asNobody() {
        return new Probe(sandbox, http, "");
    }

    /** A GET under the API, or of a full address. */
    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer postJson(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answer postForm(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** What an account has under a plural name, all on one page. */
    JsonNode all(String plural) {
        return get("/accounts/" + EASTERN + "/" + plural + "?per_page=150")
                .json()
                .path(plural);
    }

    /** The one among those with a name. */
    JsonNode named(String plural, String name) {
        for (JsonNode one : all(plural)) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no such name");
    }

    /** A request to a control route. */
    Answer control(String method, String path, String json) {
        return send(method, sandbox.controlUrl() + path, "application/json", json);
    }

    Answer send(String method, String path, String contentType, String body) {
        try {
            return sendOrFail(method, path, contentType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, telling a broken connection. */
    Answer sendOrFail(String method, String path, String contentType, String body) throws IOException {
        URI target = URI.create(path.startsWith("http") ? path : sandbox.apiBaseUrl() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Every row that a search finds, by following {@code next_page}. */
    List<JsonNode> allCalls(long account, String query) {
        List<JsonNode> rows = new ArrayList<>();
        String next = "/accounts/" + account + "/calls?per_page=150&" + query;
        while (!next.isEmpty()) {
            JsonNode page = get(next).json();
            page.path("calls").forEach(rows::add);
            next = page.path("next_page").asText("");
        }
        return rows;
    }

    /** How many rows a search tells. */
    int count(long account, String query) {
        return get("/accounts/" + account + "/calls?per_page=1&" + query)
                .json()
                .path("total_entries")
                .asInt();
    }

    /** The same with an access token. */
    Probe bearing(String token) {
        return new Probe(sandbox, http, "Bearer " + token);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    String origin() {
        return sandbox.apiBaseUrl().resolve("/").toString();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
