package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells CTM's answers from its errors. CTM reports errors by status, and sometimes under HTTP 200; in one of several keys
 * ({@code reason}, {@code text}, {@code message}, {@code error}, {@code errors}, in the order in which CTM's own C# client
 * reads them), or as a map of fields; and its 5xx pages can be HTML.
 */
final class CtmAnswers {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final int MAX_REASON = 300;
    /** CTM gives none that is documented; its own tools wait this long. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(2);

    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

    private CtmAnswers() {}

    /**
     * The answer's JSON.
     *
     * @throws CtmException when it is an error
     */
    static JsonNode read(CtmResponse response) {
        int status = response.status();
        if (status == 401) {
            throw new CtmException.Unauthorized();
        }
        if (status == 429) {
            throw new CtmException.RateLimited(retryAfter(response.retryAfter()));
        }
        if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
            throw new CtmException.Unavailable("CTM answered with HTTP " + status);
        }
        Optional<JsonNode> json = parse(response.body());
        if (status >= 400) {
            String reason = json.flatMap(CtmAnswers::reason).orElse("CTM answered with HTTP " + status);
            throw status == 404 ? new CtmException.NotFound(reason) : new CtmException.Rejected(status, reason);
        }
        JsonNode answer =
                json.orElseThrow(() -> new CtmException.Unavailable("CTM answered with something else than JSON"));
        if (isError(answer)) {
            throw new CtmException.Rejected(400, reason(answer).orElse("CTM reports an error without a reason"));
        }
        return answer;
    }

    /** As {@link #read}, but a success need not say anything: its word is not documented for every write. */
    static JsonNode acknowledged(CtmResponse response) {
        boolean silent = response.body().length == 0 && response.status() >= 200 && response.status() < 300;
        return silent ? JSON.createObjectNode() : read(response);
    }

    /** What CTM answers of one thing: flat, as for most reads, or under the thing's name, as for writes. */
    static JsonNode unwrapped(JsonNode answer, String name) {
        JsonNode wrapped = answer.path(name);
        return wrapped.isObject() ? wrapped : answer;
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isError(JsonNode answer) {
        JsonNode success = answer.path("success");
        return "error".equals(answer.path("status").asText())
                || (success.isBoolean() && !success.booleanValue())
                || isFilled(answer.path("error"));
    }

    private static boolean isFilled(JsonNode node) {
        return node.isTextual() ? !node.asText().isBlank() : node.isContainerNode() && !node.isEmpty();
    }

    /** What CTM says is wrong, made fit to be shown: one line, bounded. */
    static Optional<String> reason(JsonNode answer) {
        Optional<String> named = Stream.of("reason", "text", "message", "error", "errors")
                .map(answer::path)
                .filter(CtmAnswers::isFilled)
                .map(CtmAnswers::text)
                .findFirst();
        return named.or(() -> fieldMap(answer))
                .map(reason -> reason.replaceAll("\\s+", " ").strip())
                .filter(reason -> !reason.isEmpty() && !reason.startsWith("<"))
                .map(reason -> reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason);
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText).collect(Collectors.joining("; "))
                : node.isObject() ? fieldMap(node).orElse("") : node.asText();
    }

    /** Rails' map of fields: {@code {"position":["is not included in the list"]}}. */
    private static Optional<String> fieldMap(JsonNode answer) {
        String all = answer.propertyStream()
                .filter(field -> field.getValue().isArray() && !field.getValue().isEmpty())
                .map(field -> field.getKey() + " " + text(field.getValue()))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** Seconds or an HTTP date, bounded; the default for anything else. */
    static Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return DEFAULT_RETRY_AFTER;
        }
        Duration wait = header.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : untilDate(header.strip());
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
    }

    private static Duration untilDate(String date) {
        try {
            return Duration.between(Instant.now(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException _) {
            return DEFAULT_RETRY_AFTER;
        }
    }
}
