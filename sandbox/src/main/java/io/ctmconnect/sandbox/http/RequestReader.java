package io.ctmconnect.sandbox.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns an exchange into a {@link Request} the way CTM's Rails front does: JSON and form bodies for every write, an
 * optional {@code .json} and trailing slash, and {@code _method} in the body of a POST.
 */
public final class RequestReader {

    private RequestReader() {}

    /** Reads the whole request; a body or query that does not parse is {@link Refused}. */
    public static Request read(HttpExchange exchange) throws IOException, Refused {
        String rawPath = exchange.getRequestURI().getRawPath();
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Params params = params(query, header(exchange, "Content-Type"), body);
        return new Request(
                method(exchange.getRequestMethod(), params),
                plain(exchange.getRequestURI().getPath()),
                rawPath,
                query,
                params,
                header(exchange, "Authorization"),
                body,
                "http://" + header(exchange, "Host"));
    }

    private static String method(String sent, Params params) {
        boolean overridden = sent.equals("POST") && params.has("_method");
        return (overridden ? params.text("_method") : sent).toUpperCase(Locale.ROOT);
    }

    private static String plain(String sent) {
        String path = sent.endsWith("/") ? sent.substring(0, sent.length() - 1) : sent;
        return path.endsWith(".json") ? path.substring(0, path.length() - ".json".length()) : path;
    }

    private static Params params(String query, String contentType, String body) throws Refused {
        ObjectNode tree = Json.object();
        RailsForm.addTo(tree, query);
        if (contentType.contains("json")) {
            addJson(tree, body);
        } else if (contentType.isEmpty() || contentType.contains("x-www-form-urlencoded")) {
            RailsForm.addTo(tree, body);
        }
        return new Params(tree);
    }

    private static void addJson(ObjectNode tree, String body) throws Refused {
        try {
            JsonNode json = Json.read(body.getBytes(StandardCharsets.UTF_8));
            if (json instanceof ObjectNode object) {
                tree.setAll(object);
            }
        } catch (JacksonException e) {
            throw Refused.badRequest("the body is not JSON");
        } catch (IOException e) {
            throw Refused.badRequest("the body cannot be read");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
