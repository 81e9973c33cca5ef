package io.ctmconnect.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a request: query, form and JSON body in one tree, as Rails sees them.
 *
 * @param tree names to texts, numbers, arrays or objects; the body wins over the query
 */
public record Params(ObjectNode tree) {

    /** The parameter as text; empty when absent, null or not a single value. */
    public String text(String name) {
        return tree.path(name).asText("");
    }

    /** Whether the parameter came with a value that is not blank. */
    public boolean has(String name) {
        return !text(name).isBlank() || tree.path(name).isContainerNode();
    }

    /** Whether the parameter came at all, also without a value. */
    public boolean names(String name) {
        return tree.has(name);
    }

    /** Whether the parameter says yes as Rails reads it: true, 1 or on. */
    public boolean flag(String name) {
        return List.of("true", "1", "on").contains(text(name));
    }

    /** A positive whole number, or the fallback for anything else. */
    public int positive(String name, int fallback) {
        String text = text(name);
        if (!text.matches("[0-9]{1,9}")) {
            return fallback;
        }
        int number = Integer.parseInt(text);
        return number > 0 ? number : fallback;
    }

    /** The values of a scalar, an array or a comma-joined list, without blanks. */
    public List<String> list(String name) {
        List<String> values = new ArrayList<>();
        JsonNode node = tree.path(name);
        if (node.isArray()) {
            node.forEach(item -> values.add(item.asText("").strip()));
        } else {
            for (String value : text(name).split(",", -1)) {
                values.add(value.strip());
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    /** The parameters nested under a name, as in {@code user[login]}; empty when there are none. */
    public Params under(String name) {
        return tree.path(name) instanceof ObjectNode nested ? new Params(nested) : new Params(Json.object());
    }
}
