package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.behaviour.Behaviour;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.world.Activity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The order of a list of calls, always ending in the id, and the cursor that names a place in it.
 *
 * @param field the row's field that is compared first
 * @param descending largest first
 */
record SortOrder(String field, boolean descending) {

    private static final SortOrder NEWEST_FIRST = new SortOrder("unix_time", true);

    /** The order asked for by {@code sort=name|date|duration} with {@code order}, or by {@code sort=asc|desc}. */
    static SortOrder of(Params params, Behaviour behaviour) {
        if (!behaviour.honoursSort()) {
            return NEWEST_FIRST;
        }
        String sort = params.text("sort").toLowerCase(Locale.ROOT);
        String order = params.text("order").toLowerCase(Locale.ROOT);
        String field = switch (sort) {
            case "name", "duration" -> sort;
            default -> "unix_time";
        };
        return new SortOrder(field, !(order.equals("asc") || sort.equals("asc")));
    }

    /** Puts activities, given newest first, into this order. */
    List<Activity> sort(Stream<Activity> newestFirst) {
        return (equals(NEWEST_FIRST) ? newestFirst : newestFirst.sorted(comparator())).toList();
    }

    Comparator<Activity> comparator() {
        Comparator<Activity> byField = field.equals("name")
                ? Comparator.comparing(activity -> activity.text("name"), String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparingLong(activity -> activity.number(field));
        Comparator<Activity> ascending = byField.thenComparingLong(Activity::id);
        return descending ? ascending.reversed() : ascending;
    }

    /** As the envelope of calls tells it. */
    ArrayNode json() {
        ArrayNode sort = Json.array();
        String order = descending ? "desc" : "asc";
        sort.addObject().putObject(field).put("order", order);
        sort.addObject().putObject("id").put("order", order);
        return sort;
    }

    /** The opaque cursor of the place right behind an activity. */
    String cursor(Activity last) {
        ArrayNode values = Json.array();
        if (field.equals("name")) {
            values.add(last.text(field));
        } else {
            values.add(last.number(field));
        }
        byte[] json = values.add(last.id()).toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** An activity that stands just where a cursor points. */
    Activity placeOf(String cursor) throws Refused {
        try {
            JsonNode values = Json.read(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII)));
            ObjectNode row = Json.object();
            row.set(field, values.required(0));
            row.set("id", values.required(1));
            return Activity.of(row);
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.badRequest("after is not a cursor");
        }
    }
}
