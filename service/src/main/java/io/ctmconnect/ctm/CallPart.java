package io.ctmconnect.ctm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call, or an object inside of it, whose fields are read by CTM's names. Every field may be missing.
 *
 * @param json as CTM sent it
 */
public record CallPart(JsonNode json) {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    /** The value as text; null when it is absent, blank or no scalar. */
    public @Nullable String text(String name) {
        return fields().text(name);
    }

    /** The value as a whole number; null when it is none. */
    public @Nullable Long number(String name) {
        return fields().number(name);
    }

    /** The value as a truth; null when it is absent. */
    public @Nullable Boolean flag(String name) {
        return fields().flag(name);
    }

    /** The object under a name, unless it is absent or empty. */
    public Optional<CallPart> part(String name) {
        JsonNode part = json.path(name);
        return part.isObject() && !part.isEmpty() ? Optional.of(new CallPart(part)) : Optional.empty();
    }

    /** The objects of an array. */
    public List<CallPart> parts(String name) {
        return json.path(name)
                .valueStream()
                .filter(JsonNode::isObject)
                .map(CallPart::new)
                .toList();
    }

    /** All fields with the values that CTM sent. */
    public Map<String, @Nullable Object> values() {
        return CtmAnswers.JSON.convertValue(json, FIELDS);
    }

    private CtmJson fields() {
        return new CtmJson(json);
    }
}
