package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

/**
 * A source that CTM has just created.
 *
 * @param warnings what CTM says about it, as texts; their form is not documented
 */
public record CreatedSource(CtmSource source, List<String> warnings) {
    static CreatedSource of(JsonNode answer) {
        CtmSource source = CtmSource.of(answer.path("source"))
                .or(() -> CtmSource.of(answer))
                .orElseThrow(() -> new CtmException.Unavailable("CTM's answer names no source"));
        return new CreatedSource(source, warnings(answer.path("warnings")));
    }

    private static List<String> warnings(JsonNode warnings) {
        Stream<String> texts = warnings.isObject()
                ? warnings.propertyStream()
                        .map(warning -> warning.getKey() + " " + String.join("; ", texts(warning.getValue())))
                : texts(warnings).stream();
        return texts.map(String::strip).toList();
    }

    private static List<String> texts(JsonNode value) {
        Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
        return items.filter(item -> item.isValueNode() && !item.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
