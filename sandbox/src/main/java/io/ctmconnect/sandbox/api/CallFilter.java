package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.world.Account;
import io.ctmconnect.sandbox.world.Activity;

import java.util.List;
import java.util.function.Predicate;

/** All filters on calls that a request asks for, together. Unknown parameters are ignored, as CTM does. */
final class CallFilter {

    private CallFilter() {}

    static Predicate<Activity> of(ApiCall call, Account account) {
        Params params = call.params();
        return TimeSpan.of(params, account.zone(), call.now())
                .and(TextFilter.of(params.text("search")))
                .and(TextFilter.of(params.text("filter")))
                .and(call.behaviour().honoursDirection() ? choice(params, "direction", "direction") : CallFilter::any)
                .and(choice(params, "multi_sources", "source_id", "source_sid"))
                .and(choice(params, "multi_tracking_numbers", "tracking_number_id", "tracking_number_sid"))
                .and(choice(params, "multi_receiving_numbers", "receiving_number_id", "receiving_number_sid"))
                .and(choice(params, "multi_tags", "tag_list"))
                .and(choice(params, "multi_agents", "agent_id"))
                .and(StatusWords.of(params, call.behaviour().callStatusFilter()))
                .and(toggles(params))
                .and(ScoreRange.of(params));
    }

    private static Predicate<Activity> toggles(Params params) {
        Predicate<Activity> reported =
                activity -> !activity.row().path("excluded").asBoolean();
        Predicate<Activity> form = activity -> activity.text("direction").equals("form");
        boolean hidesExcluded =
                params.text("reported").equals("1") && !params.text("excluded").equals("1");
        return toggle(params, "has_audio", activity -> !activity.text("audio").isEmpty())
                .and(toggle(
                        params,
                        "converted",
                        activity -> activity.row().at("/sale/conversion").asBoolean()))
                .and(toggle(
                        params,
                        "filter_visitor_data",
                        activity -> activity.row().path("visitor").asBoolean()))
                .and(toggle(
                        params, "has_transcription", activity -> activity.row().hasNonNull("transcription")))
                .and(toggle(params, "form_entries", form))
                .and(hidesExcluded ? reported : CallFilter::any);
    }

    /** {@code 1} keeps what holds, {@code 2} what does not, and anything else, {@code 0} too, keeps all. */
    private static Predicate<Activity> toggle(Params params, String name, Predicate<Activity> holds) {
        return switch (params.text(name)) {
            case "1" -> holds;
            case "2" -> holds.negate();
            default -> CallFilter::any;
        };
    }

    private static Predicate<Activity> choice(Params params, String name, String... fields) {
        ChoiceFilter filter = new ChoiceFilter(List.of(fields), params.list(name), params.text(name + "_operator"));
        return filter.keepsAll() ? CallFilter::any : filter;
    }

    @SuppressWarnings("UnusedVariable") // its shape is what a filter needs
    private static boolean any(Activity activity) {
        return true;
    }
}
