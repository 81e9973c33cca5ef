package io.ctmconnect.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.sandbox.world.Activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A filter of the form {@code multi_…} with its {@code …_operator}.
 *
 * @param fields the row's fields that may hold a value, scalar or array
 * @param wanted the values asked for
 * @param operator {@code excludes}, {@code blank}, {@code present}, or anything else for {@code includes}
 */
record ChoiceFilter(List<String> fields, List<String> wanted, String operator) implements Predicate<Activity> {

    @Override
    public boolean test(Activity activity) {
        List<String> held = held(activity);
        return switch (operator) {
            case "blank" -> held.isEmpty();
            case "present" -> !held.isEmpty();
            case "excludes" -> Collections.disjoint(held, wanted);
            default -> !Collections.disjoint(held, wanted);
        };
    }

    /** Whether nothing is asked for. */
    boolean keepsAll() {
        return wanted.isEmpty() && !operator.equals("blank") && !operator.equals("present");
    }

    private List<String> held(Activity activity) {
        List<String> held = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = activity.row().path(field);
            if (value.isArray()) {
                value.forEach(item -> held.add(item.asText()));
            } else {
                held.add(value.asText(""));
            }
        }
        held.removeIf(String::isEmpty);
        return held;
    }
}
