package io.ctmconnect.ctm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Parses JSON that a test writes with single quotes. */
public final class Json {
    private Json() {}

    /** The JSON; single quotes stand for double ones. */
    public static JsonNode of(String json) {
        try {
            return CtmAnswers.JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
