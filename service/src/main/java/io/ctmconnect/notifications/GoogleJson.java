package io.ctmconnect.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.Map;

/** JSON for Google and from it. */
final class GoogleJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private GoogleJson() {}

    /** An object or array; a missing node for anything else. */
    static JsonNode read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json != null && json.isContainerNode() ? json : MissingNode.getInstance();
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of texts are JSON", impossible);
        }
    }
}
