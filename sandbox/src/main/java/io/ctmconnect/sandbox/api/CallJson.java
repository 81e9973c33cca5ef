package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.world.Activity;

/** An activity as CTM prints it; only the host in its links depends on the request. */
public final class CallJson {

    private CallJson() {}

    /** The row with its recording's link under the host that the caller used. */
    public static ObjectNode row(Activity activity, Request request) {
        ObjectNode row = Json.object();
        row.setAll(activity.row());
        String audio = activity.text("audio");
        if (audio.startsWith("/")) {
            row.put("audio", request.origin() + audio);
        }
        return row;
    }
}
