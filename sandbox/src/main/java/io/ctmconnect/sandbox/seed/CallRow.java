package io.ctmconnect.sandbox.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.world.Activity;
import io.ctmconnect.sandbox.world.OpaqueId;

/** Writes a draft as CTM's full activity object; keys that do not apply are absent. */
final class CallRow {

    private CallRow() {}

    static Activity write(Draft draft) {
        ObjectNode row = Json.object();
        String sid = OpaqueId.sid(draft.direction().spoken() ? "CA" : "SM", draft.id());
        row.put("id", draft.id())
                .put("sid", sid)
                .put("account_id", draft.account().id());
        ContactPart.write(row, draft);
        OriginPart.write(row, draft);
        TrackingPart.write(row, draft);
        TimePart.write(row, draft);
        OutcomePart.write(row, draft);
        RoutePart.write(row, draft);
        MediaPart.write(row, draft);
        return Activity.of(row);
    }
}
