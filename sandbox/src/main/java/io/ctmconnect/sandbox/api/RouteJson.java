package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.world.CallRoute;
import io.ctmconnect.sandbox.world.Destination;
import io.ctmconnect.sandbox.world.Telephony;

import java.util.Map;

/** {@code route_to}: an array of receiving numbers under {@code dial}, or one object for anything else. */
final class RouteJson {

    private static final String MODE = "simultaneous";
    private static final Map<String, String> PATHS = Map.of(
            "voice_menu", "voice_menus", "geo_config", "geo_routes", "call_queue", "queues", "call_agent", "users");

    private RouteJson() {}

    static ObjectNode of(CallRoute route, Telephony telephony, String base) {
        return switch (route) {
            case CallRoute.Numbers numbers -> numbers(numbers, telephony, base);
            case CallRoute.To to -> other(to.destination(), telephony.account(), base);
        };
    }

    private static ObjectNode numbers(CallRoute.Numbers route, Telephony telephony, String base) {
        ObjectNode json =
                Json.object().put("type", "receiving_number").put("multi", true).put("mode", MODE);
        ArrayNode dial = json.putArray("dial");
        route.receivers().stream()
                .flatMap(sid -> telephony.receivers().find(sid).stream())
                .forEach(receiver -> dial.add(ReceivingJson.of(receiver, telephony.account(), base)));
        return json;
    }

    private static ObjectNode other(Destination to, long account, String base) {
        String path = PATHS.getOrDefault(to.kind(), to.kind());
        ObjectNode json = Json.object().put("type", to.kind()).put("multi", false);
        json.putObject("dial")
                .put("id", to.sid())
                .put("name", to.name())
                .put("url", base + "/accounts/" + account + "/" + path + "/" + to.sid());
        return json;
    }

    /** The word under {@code routing}. */
    static String word(CallRoute route) {
        return switch (route) {
            case CallRoute.Numbers _ -> MODE;
            case CallRoute.To to -> to.destination().kind();
        };
    }
}
