package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * Where a number shall put calls through to, in the words of CTM's {@code update_number}.
 *
 * @param json the body
 */
public record RouteOrder(JsonNode json) {
    /**
     * To a telephone; CTM makes a receiving number of it where there is none.
     *
     * @param number E.164
     * @param country its ISO 3166 code, two letters; whether CTM wants this one or the calling code is not documented
     */
    public static RouteOrder to(String number, String country) {
        ObjectNode json = dial("number");
        json.putArray("numbers").add(number);
        json.putArray("country_codes").add(country);
        return new RouteOrder(json);
    }

    /** Back to where calls went; empty when CTM has no words for it that are known. How several are dialled is CTM's choice then. */
    public static Optional<RouteOrder> backTo(CtmRoute route) {
        List<String> ids = route.targets().stream()
                .flatMap(target -> Optional.ofNullable(target.id()).stream())
                .toList();
        String type = route.type();
        if (type == null || ids.isEmpty() || ids.size() < route.targets().size()) {
            return Optional.empty();
        }
        return switch (type) {
            case "receiving_number", "number" -> Optional.of(several(ids));
            case "voice_menu" -> one(ids, "voice_menu", "voice_menu_id");
            case "geo_config", "geo_route", "geo_router" -> one(ids, "geo_config", "geo_config_id");
            case "call_queue", "queue" -> one(ids, "call_queue", "call_queue_id");
            case "call_agent", "agent", "user" -> one(ids, "call_agent", "user_id");
            default -> Optional.empty();
        };
    }

    private static RouteOrder several(List<String> ids) {
        ObjectNode json = dial("number");
        ids.forEach(json.putArray("numbers_id")::add);
        return new RouteOrder(json);
    }

    private static Optional<RouteOrder> one(List<String> ids, String dialRoute, String field) {
        ObjectNode json = dial(dialRoute).put(field, ids.getFirst());
        return Optional.of(new RouteOrder(json));
    }

    private static ObjectNode dial(String route) {
        return JsonNodeFactory.instance.objectNode().put("dial_route", route);
    }
}
