package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.Activity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells first-time callers from those who were here before. */
final class NewCallers {

    private NewCallers() {}

    /** Sets {@code is_new_caller} on rows that nobody has seen yet. */
    static List<Activity> mark(List<Activity> activities) {
        Set<String> known = new HashSet<>();
        activities.stream()
                .sorted(Activity.NEWEST_FIRST.reversed())
                .forEach(activity -> activity.row().put("is_new_caller", known.add(activity.text("caller_number"))));
        return activities;
    }
}
