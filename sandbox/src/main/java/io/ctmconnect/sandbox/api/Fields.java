package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Params;

import java.util.List;

/** {@code limit_fields}, the only fields to answer, and {@code exclude_fields}, the fields to leave out. */
record Fields(List<String> only, List<String> without) {

    static Fields of(ApiCall call) {
        Params params = call.params();
        return new Fields(
                call.behaviour().honoursLimitFields() ? params.list("limit_fields") : List.of(),
                params.list("exclude_fields"));
    }

    /** Takes the fields that are not wanted out of a row, and answers it. */
    ObjectNode cut(ObjectNode row) {
        return (only.isEmpty() ? row : row.retain(only)).remove(without);
    }
}
