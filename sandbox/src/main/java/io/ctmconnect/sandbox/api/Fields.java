package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;

import java.util.List;

/** {@code limit_fields}, the only fields to answer, and {@code exclude_fields}, the fields to leave out. */
record Fields(List<String> only, List<String> without) {

    static Fields of(Params params) {
        return new Fields(params.list("limit_fields"), params.list("exclude_fields"));
    }

    /** A copy of the row with no more than the fields wanted. */
    ObjectNode cut(ObjectNode row) {
        ObjectNode copy = Json.object();
        copy.setAll(row);
        if (!only.isEmpty()) {
            copy.retain(only);
        }
        return copy.remove(without);
    }
}
