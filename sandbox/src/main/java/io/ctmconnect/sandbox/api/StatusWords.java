package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.behaviour.StatusFilter;
import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.world.Activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code status} and {@code call_status[]}, as well or badly as the switch says. */
final class StatusWords {

    private static final List<String> FIELDS = List.of("call_status", "status", "dial_status");

    private StatusWords() {}

    static Predicate<Activity> of(Params params, StatusFilter filter) {
        List<String> wanted = new ArrayList<>(params.list("call_status"));
        wanted.addAll(params.list("status"));
        if (wanted.isEmpty()) {
            return activity -> true;
        }
        return switch (filter) {
            case IGNORED -> activity -> true;
            case SLOPPY -> activity -> FIELDS.stream().map(activity::text).anyMatch(wanted::contains);
            case HONOURED -> {
                List<String> meanings =
                        wanted.stream().map(StatusWords::meaning).toList();
                yield activity -> meanings.contains(meaning(activity));
            }
        };
    }

    private static String meaning(Activity activity) {
        String word = activity.text("call_status");
        return word.equals("hangup") ? (activity.number("talk_time") > 0 ? "answered" : "no-answer") : meaning(word);
    }

    private static String meaning(String word) {
        return switch (word) {
            case "completed" -> "answered";
            case "no answer", "missed" -> "no-answer";
            case "in progress" -> "in-progress";
            default -> word;
        };
    }
}
