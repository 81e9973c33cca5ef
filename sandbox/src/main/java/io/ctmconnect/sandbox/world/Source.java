package io.ctmconnect.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tracking source: rules that tell where a visitor came from. Not a number.
 *
 * @param sid the opaque id
 * @param filterId the integer that calls carry as {@code source_id}
 * @param fields name, description, rules, position, online and {@code crm_tag}, as CTM spells them; never changed in
 *     place
 */
public record Source(String sid, long filterId, ObjectNode fields) implements Identified {

    /** What it is called. */
    public String name() {
        return fields.path("name").asText();
    }

    /** The same source with some fields changed. */
    public Source with(ObjectNode changes) {
        ObjectNode changed = fields.deepCopy();
        changed.setAll(changes);
        return new Source(sid, filterId, changed);
    }
}
