package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.world.OpaqueId;

/** Where a call went: a desk's number or a queue, and the person who took it. */
final class RoutePart {

    private RoutePart() {}

    static void write(ObjectNode row, Draft draft) {
        row.put("agent_insights", false);
        if (!draft.direction().spoken()) {
            return;
        }
        if (draft.oneIn(8)) {
            path(row, draft, "Main queue", draft.profile().deskId() + 1, "CallQueue");
        } else {
            desk(row, draft.profile());
            path(row, draft, "Front desk", draft.profile().deskId(), "PhysicalPhoneNumber");
        }
        row.putArray("transfers");
        legs(row, draft);
        if (draft.outcome().talked()) {
            Agent agent = draft.agent();
            row.put("agent_id", agent.id())
                    .putObject("agent")
                    .put("id", agent.id())
                    .put("name", agent.name())
                    .put("email", agent.email());
        }
    }

    private static void desk(ObjectNode row, Profile profile) {
        row.put("business_number", profile.desk().e164())
                .put("business_label", "Front desk")
                .put("business_number_format", profile.desk().display())
                .put("receiving_number_id", profile.deskId())
                .put("receiving_number_sid", profile.deskSid());
    }

    private static void path(ObjectNode row, Draft draft, String name, long id, String type) {
        row.putArray("call_path")
                .addObject()
                .put("route_name", name)
                .put("route_id", id)
                .put("route_type", type)
                .put("started_at", draft.at().plusSeconds(2).toString());
    }

    private static void legs(ObjectNode row, Draft draft) {
        ObjectNode leg = row.putArray("legs")
                .addObject()
                .put("sid", OpaqueId.sid("CA", "leg" + draft.id()))
                .put("from", row.path("caller_number").asText())
                .put("to", draft.profile().desk().e164())
                .put(
                        "status",
                        draft.outcome().talked() ? "completed" : draft.outcome().dialStatus())
                .put("started_at", draft.at().plusSeconds(2).toString());
        if (!draft.outcome().live()) {
            leg.put("end_at", draft.at().plusSeconds(draft.timing().duration()).toString());
        }
    }
}
