package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads fields from CTM's JSON as loosely as CTM writes them: a number may be a string, a single value may be an array, any
 * field may be null or absent.
 */
record CtmJson(JsonNode node) {
    private static final Pattern OPAQUE_ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** The value as text; null when it is absent, null, blank or no scalar. An array counts as its first element. */
    @Nullable
    String text(String name) {
        JsonNode value = first(node.path(name));
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    /** The first of the fields that has a text. */
    @Nullable
    String firstText(String... names) {
        return Stream.of(names)
                .filter(name -> text(name) != null)
                .map(this::text)
                .findFirst()
                .orElse(null);
    }

    /** The value as a whole number (fractions are cut off); null when it is no number or beyond a long. */
    @Nullable
    Long number(String name) {
        JsonNode value = first(node.path(name));
        if (value.isNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        try {
            return value.isTextual() ? inRange(new BigDecimal(value.asText().strip())) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable Long inRange(BigDecimal number) {
        boolean fits = number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? number.longValue() : null;
    }

    /** The value as a truth; {@code "1"}, {@code 1} and {@code "true"} are true. */
    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        return text == null ? null : "true".equalsIgnoreCase(text) || "1".equals(text);
    }

    /** CTM's opaque id of a number, a source or the like; null when it is none that may stand in a path. */
    @Nullable
    String id(String name) {
        String text = text(name);
        return text != null && OPAQUE_ID.matcher(text).matches() ? text : null;
    }

    /** The value as a list of texts; a single value counts as a list of one. */
    List<String> texts(String name) {
        JsonNode value = node.path(name);
        Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
        return items.filter(item ->
                        item.isValueNode() && !item.isNull() && !item.asText().isBlank())
                .map(JsonNode::asText)
                .toList();
    }

    /** The object under a name; an empty one when there is none. */
    CtmJson object(String name) {
        return new CtmJson(node.path(name));
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }
}
