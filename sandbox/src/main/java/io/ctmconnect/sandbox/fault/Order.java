package io.ctmconnect.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Refused;

import java.util.HashSet;
import java.util.Set;

/** Reads a JSON object strictly: each property has its type and range, and one that nobody asked for is an error. */
public final class Order {

    private final ObjectNode json;
    private final Set<String> known = new HashSet<>();

    /** Reads an object. */
    public Order(ObjectNode json) {
        this.json = json;
    }

    /** A text, or the fallback when it is not there. */
    public String text(String name, String fallback) throws Refused {
        JsonNode value = value(name);
        require(value.isMissingNode() || value.isTextual(), name + " must be a text");
        return value.asText(fallback);
    }

    /** A whole number within bounds, or the fallback when it is not there. */
    public int number(String name, int least, int most, int fallback) throws Refused {
        JsonNode value = value(name);
        int number = value.asInt(fallback);
        boolean fits = value.isMissingNode() || (value.canConvertToInt() && number >= least && number <= most);
        require(fits, name + " must be a number from " + least + " to " + most);
        return number;
    }

    int required(String name, int least, int most) throws Refused {
        require(json.has(name), name + " is missing");
        return number(name, least, most, least);
    }

    /** True or false, false when it is not there. */
    public boolean flag(String name) throws Refused {
        JsonNode value = value(name);
        require(value.isMissingNode() || value.isBoolean(), name + " must be true or false");
        return value.asBoolean(false);
    }

    /** Any value, missing when it is not there. */
    public JsonNode value(String name) {
        known.add(name);
        return json.path(name);
    }

    /** Refuses a property that was not asked for until now. */
    public void nothingElse() throws Refused {
        for (var property : json.properties()) {
            require(known.contains(property.getKey()), "unknown property " + property.getKey());
        }
    }

    static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw Refused.badRequest(otherwise);
        }
    }
}
