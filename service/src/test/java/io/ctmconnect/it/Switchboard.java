package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers and sources that a CTM account has, read from the sandbox behind the service's back. */
final class Switchboard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BASIC = Base64.getEncoder()
            .encodeToString(
                    "sandbox-agency-20417-key-1:sandbox-agency-20417-secret-1".getBytes(StandardCharsets.US_ASCII));

    private final URI account;

    private Switchboard(URI account) {
        this.account = account;
    }

    static Switchboard of(World world, String account) {
        return new Switchboard(URI.create(world.sandbox.apiBaseUrl() + "/accounts/" + account));
    }

    /** Everything that a tracker's creation may change: numbers with source and routing, and sources. */
    record State(List<JsonNode> numbers, List<JsonNode> sources) {}

    State state() {
        return new State(numbers(), sources());
    }

    List<JsonNode> numbers() {
        return rows("/numbers", "numbers");
    }

    List<JsonNode> sources() {
        return rows("/sources", "sources");
    }

    /** The number of that name. */
    JsonNode number(String name) {
        return named(numbers(), name);
    }

    /** The source of that name. */
    JsonNode source(String name) {
        return named(sources(), name);
    }

    /** The number with that id, as CTM has it now. */
    JsonNode numberById(String id) {
        return get("/numbers/" + id);
    }

    /** A number that can be bought. */
    String offer() {
        return get("/numbers/search?country=US&searchby=area&areacode=443")
                .at("/numbers/0/phone_number")
                .asText();
    }

    private static JsonNode named(List<JsonNode> rows, String name) {
        return rows.stream()
                .filter(row -> name.equals(row.path("name").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none is called " + name));
    }

    private List<JsonNode> rows(String path, String key) {
        return get(path + "?per_page=100").path(key).valueStream().toList();
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(account + path))
                .header("Authorization", "Basic " + BASIC)
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
