package io.ctmconnect.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fields of a JSON body or of a query, read by name with their rules. A broken rule is noted, not thrown, so that
 * {@link #check()} reports all of them at once.
 */
public final class Fields {
    /**
     * No character of Unicode text: stands for a JSON value that is neither text nor number, and before the only element of
     * an array; every rule refuses it, but an array is what {@link #choices} asks for.
     */
    private static final String NOT_TEXT = "\uFFFF";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Function<String, List<String>> values;
    private final Predicate<String> number;
    private final Function<String, Optional<Boolean>> truth;
    private final List<Violation> violations = new ArrayList<>();

    private Fields(
            Function<String, List<String>> values,
            Predicate<String> number,
            Function<String, Optional<Boolean>> truth) {
        this.values = values;
        this.number = number;
        this.truth = truth;
    }

    /**
     * The fields of a body.
     *
     * @throws ApiException {@link ErrorCode#VALIDATION_FAILED} when the body is no JSON object
     */
    public static Fields of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw ApiException.invalid(List.of(new Violation("body", "must be a JSON object")));
        }
        return new Fields(
                name -> scalars(body.path(name)),
                name -> body.path(name).isNumber(),
                name -> Optional.of(body.path(name)).filter(JsonNode::isBoolean).map(JsonNode::booleanValue));
    }

    /** The parameters of a query. */
    public static Fields of(MultivaluedMap<String, String> query) {
        return new Fields(name -> query.getOrDefault(name, List.of()), _ -> false, _ -> Optional.empty());
    }

    /** An array counts as the field given several times, and where one value is asked for, it is refused. */
    private static List<String> elements(JsonNode array) {
        List<String> elements = array.valueStream()
                .map(element -> element.isTextual() ? element.asText() : NOT_TEXT)
                .toList();
        return elements.size() == 1 ? List.of(NOT_TEXT + elements.getFirst()) : elements;
    }

    private static List<String> scalars(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING, NUMBER -> List.of(node.asText());
            case ARRAY -> elements(node);
            case NULL, MISSING -> List.of();
            case BOOLEAN, OBJECT, BINARY, POJO -> List.of(NOT_TEXT);
        };
    }

    /** Whether the field is there and not empty. */
    public boolean has(String name) {
        return values.apply(name).stream().anyMatch(value -> !value.isBlank());
    }

    /** Whether the field is there, be it empty. */
    public boolean isGiven(String name) {
        return !values.apply(name).isEmpty();
    }

    /** A text of at most 256 characters, or null when it is not given or blank. */
    public @Nullable String optional(String name) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        boolean accepted = accepted(name, value, Fields::isLine, "must be a text of at most 256 characters");
        return accepted ? value.strip() : null;
    }

    private static boolean isLine(String text) {
        return isLine(text, 256);
    }

    private static boolean isLine(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    /** A text, which may be blank to say that there is to be none: then it is empty. Null when it is not given. */
    public @Nullable String line(String name, int most) {
        if (!isGiven(name)) {
            return null;
        }
        String value = single(name);
        String rule = "must be a text of at most " + most + " characters";
        return value != null && accepted(name, value, text -> isLine(text, most), rule) ? value.strip() : "";
    }

    /** A text that follows a rule, or null when it is not given or blank. */
    public @Nullable String matching(String name, Predicate<String> kind, String rule) {
        String value = single(name);
        return value != null && accepted(name, value.strip(), kind, rule) ? value.strip() : null;
    }

    /** {@code true} or {@code false}, in a body also as a text; null when it is not given. */
    public @Nullable Boolean flag(String name) {
        String text = truth.apply(name)
                .map(String::valueOf)
                .orElseGet(() -> matching(name, List.of("true", "false")::contains, "must be true or false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    /** A text of at most 1,024 characters that must be there; kept as it is, blanks included. */
    public String secret(String name) {
        String value = single(name);
        if (value == null) {
            note(name, "must not be blank");
            return "";
        }
        accepted(
                name,
                value,
                text -> !number.test(name) && text.length() <= 1024,
                "must be a text of at most 1024 characters");
        return value;
    }

    /** As {@link #optional}, but it must be there. */
    public String required(String name) {
        if (!has(name)) {
            note(name, "must not be blank");
            return "";
        }
        String value = optional(name);
        return value == null ? "" : value;
    }

    /** The platform's id (24 hexadecimal digits), which must be there; in lower case. */
    public String objectId(String name) {
        return id(name, Ids::isObjectId, "must be 24 hexadecimal digits").toLowerCase(Locale.ROOT);
    }

    /** CTM's numeric account id, which must be there, as text. */
    public String ctmId(String name) {
        return id(name, Ids::isCtm, "must be a CallTrackingMetrics account id (digits only)");
    }

    /** CTM's numeric account id as text, or null when it is not given. */
    public @Nullable String optionalCtmId(String name) {
        return has(name) ? ctmId(name) : null;
    }

    private String id(String name, Predicate<String> kind, String rule) {
        String value = required(name);
        if (!value.isEmpty()) {
            accepted(name, value, kind, rule);
        }
        return value;
    }

    /** A whole number within the bounds, both included. */
    public int integer(String name, int defaultValue, int least, int most) {
        String value = single(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // noted below, like a number out of bounds
        }
        String bounds = most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        note(name, "must be a whole number " + bounds);
        return defaultValue;
    }

    /** A calendar day {@code YYYY-MM-DD}, or null when it is not given. */
    public @Nullable LocalDate day(String name) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.strip(), DAY);
            if (day.getYear() >= 1970 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // noted below, like a year out of bounds
        }
        note(name, "must be a day written YYYY-MM-DD");
        return null;
    }

    /** One of the choices, or the default when it is not given. */
    public <T> T choice(String name, T defaultValue, List<T> choices, Function<T, String> wire) {
        String value = single(name);
        return value == null ? defaultValue : pick(name, value, choices, wire).orElse(defaultValue);
    }

    /** Several of the choices: the field repeated, repeated as {@code name[]}, or one comma list. No repeats. */
    public <T> List<T> choices(String name, List<T> choices, Function<T, String> wire) {
        return Stream.of(name, name + "[]")
                .flatMap(spelling -> values.apply(spelling).stream())
                .map(value -> value.startsWith(NOT_TEXT) && value.length() > 1 ? value.substring(1) : value)
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> !value.isBlank())
                .flatMap(value -> pick(name, value, choices, wire).stream())
                .distinct()
                .toList();
    }

    private <T> Optional<T> pick(String name, String value, List<T> choices, Function<T, String> wire) {
        Optional<T> picked = choices.stream()
                .filter(choice -> wire.apply(choice).equals(value.strip()))
                .findFirst();
        if (picked.isEmpty()) {
            note(
                    name,
                    "must be one of "
                            + String.join(", ", choices.stream().map(wire).toList()));
        }
        return picked;
    }

    /** Notes a broken rule that spans fields. */
    public void note(String name, String rule) {
        Violation violation = new Violation(name, rule);
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    /**
     * Ends the reading.
     *
     * @throws ApiException {@link ErrorCode#VALIDATION_FAILED} with every rule that was broken
     */
    public void check() {
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
    }

    private @Nullable String single(String name) {
        List<String> given = values.apply(name);
        if (given.size() > 1) {
            note(name, "must be given once");
            return null;
        }
        return given.isEmpty() || given.getFirst().isBlank() ? null : given.getFirst();
    }

    private boolean accepted(String name, String value, Predicate<String> rule, String text) {
        boolean accepted = !value.startsWith(NOT_TEXT) && rule.test(value);
        if (!accepted) {
            note(name, text);
        }
        return accepted;
    }
}
