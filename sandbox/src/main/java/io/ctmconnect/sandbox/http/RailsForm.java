package io.ctmconnect.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Form and query encoding with Rails' bracket names: {@code a=1}, {@code a[]=1}, {@code a[b]=1}. */
final class RailsForm {

    private static final Pattern BRACKET = Pattern.compile("\\]?\\[");

    private RailsForm() {}

    /** Adds the pairs of an encoded form to a tree; for a repeated plain name the last value wins. */
    static void addTo(ObjectNode tree, String encoded) throws Refused {
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                put(tree, path(decode(name)), decode(value));
            } catch (IllegalArgumentException e) {
                throw Refused.badRequest("malformed parameter " + name);
            }
        }
    }

    private static List<String> path(String name) {
        String open = name.endsWith("]") ? name.substring(0, name.length() - 1) : name;
        return List.of(BRACKET.split(open, -1));
    }

    private static void put(ObjectNode at, List<String> path, String value) {
        String key = path.getFirst();
        JsonNode present = at.path(key);
        if (path.size() == 1) {
            at.put(key, value);
        } else if (path.get(1).isEmpty()) {
            require(present.isMissingNode() || present.isArray());
            at.withArrayProperty(key).add(value);
        } else {
            require(present.isMissingNode() || present.isObject());
            put(at.withObjectProperty(key), path.subList(1, path.size()), value);
        }
    }

    private static void require(boolean sameKind) {
        if (!sameKind) {
            throw new IllegalArgumentException("the same name is used for different kinds");
        }
    }

    /** The query string of a tree, in the tree's order. */
    static String encode(ObjectNode tree) {
        List<String> pairs = new ArrayList<>();
        tree.properties().forEach(entry -> collect(encode(entry.getKey()), entry.getValue(), pairs));
        return String.join("&", pairs);
    }

    private static void collect(String name, JsonNode value, List<String> pairs) {
        if (value.isArray()) {
            value.forEach(item -> collect(name + "%5B%5D", item, pairs));
        } else if (value.isObject()) {
            value.properties().forEach(e -> collect(name + "%5B" + encode(e.getKey()) + "%5D", e.getValue(), pairs));
        } else {
            pairs.add(name + "=" + encode(value.asText()));
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
