package io.ctmconnect.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the order of a fault. */
public final class FaultReader {

    private static final int MANY = 1_000_000;
    private static final int MINUTE_MILLIS = 60_000;
    private static final String BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head>"
            + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private FaultReader() {}

    /** The fault that a JSON object orders; nonsense is refused with what is wrong. */
    public static Fault read(ObjectNode json) throws Refused {
        Order order = new Order(json);
        String kind = order.text("kind", "");
        Effect effect = effect(kind, order);
        Fault fault = new Fault(
                json,
                target(order.value("match")),
                effect,
                order.number("times", 1, MANY, 0),
                order.number("every", 1, MANY, 1));
        order.nothingElse();
        return fault;
    }

    private static Effect effect(String kind, Order order) throws Refused {
        return switch (kind) {
            case "status" -> answer(order, status(order));
            case "unauthorized" -> new Effect.Answer(Response.error(401, "Unauthorized"));
            case "rate_limit" -> new Effect.Answer(rateLimit(order));
            case "error_200" -> new Effect.Answer(Response.reason(200, order.text("reason", "something went wrong")));
            case "html_502" -> answer(order, Response.text(502, "text/html", BAD_GATEWAY));
            case "not_json" -> new Effect.Answer(Response.text(200, Response.JSON, "{\"calls\": [oops"));
            case "slow" -> new Effect.Slow(Duration.ofMillis(order.required("delay_ms", 0, 10 * MINUTE_MILLIS)));
            case "drip" ->
                new Effect.Drip(
                        order.number("piece_bytes", 1, MANY, 64),
                        Duration.ofMillis(order.number("pause_ms", 0, MINUTE_MILLIS, 20)));
            case "drop" -> new Effect.Drop(order.flag("after_work"));
            case "cut_body" -> new Effect.CutBody();
            case "huge" -> new Effect.Huge(order.number("mib", 1, 4_096, 16));
            default ->
                throw Refused.badRequest("kind must be one of status, unauthorized, rate_limit, error_200, "
                        + "html_502, not_json, slow, drip, drop, cut_body, huge");
        };
    }

    private static Effect answer(Order order, Response response) throws Refused {
        return order.flag("after_work") ? new Effect.AnswerAfter(response) : new Effect.Answer(response);
    }

    private static Response status(Order order) throws Refused {
        int code = order.required("code", 200, 599);
        JsonNode body = order.value("body");
        Response response = body.isTextual()
                ? Response.text(code, "text/plain; charset=utf-8", body.asText())
                : Response.json(code, body.isMissingNode() ? Json.object() : body);
        for (Map.Entry<String, JsonNode> header : order.value("headers").properties()) {
            response = response.with(header.getKey(), header.getValue().asText());
        }
        return response;
    }

    private static Response rateLimit(Order order) throws Refused {
        Response response = Response.error(429, "Too Many Requests");
        int seconds = order.number("retry_after", 0, MANY, -1);
        return seconds < 0 ? response : response.with("Retry-After", Integer.toString(seconds));
    }

    private static Target target(JsonNode match) throws Refused {
        Order.require(match.isMissingNode() || match.isObject(), "match must be an object");
        Order order = new Order(match instanceof ObjectNode object ? object : Json.object());
        String method = order.text("method", "").toUpperCase(Locale.ROOT);
        Target target = new Target(
                method, pattern(order.text("path", "")), order.value("account").asText(""));
        order.nothingElse();
        return target;
    }

    private static Pattern pattern(String path) throws Refused {
        try {
            return Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            throw Refused.badRequest("path is not a regular expression: " + e.getDescription());
        }
    }
}
