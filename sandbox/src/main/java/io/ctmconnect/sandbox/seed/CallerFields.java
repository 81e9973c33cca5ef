package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** Keeps the several spellings of a caller's number together when one of them is given. */
final class CallerFields {

    private CallerFields() {}

    /** Writes the given {@code caller_number}, if there is one, to its other fields in the row. */
    static void spread(ObjectNode fields, ObjectNode row) {
        if (fields.path("caller_number").isTextual()) {
            String number = fields.path("caller_number").asText();
            row.put("contact_number", number)
                    .put("caller_number_complete", number)
                    .put("caller_number_bare", number.replaceFirst("^\\+1?", ""))
                    .remove(List.of("caller_number_format", "caller_number_split", "alternative_number"));
        }
    }
}
