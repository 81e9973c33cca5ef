package io.ctmconnect.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The activities of one account. Readers see a whole, unchanging list; writers replace it. */
public final class ActivityLog {

    private volatile List<Activity> newestFirst;

    /** Begins with some activities in any order. */
    public ActivityLog(Collection<Activity> activities) {
        newestFirst = sorted(activities);
    }

    /** Everything, in CTM's order. */
    public List<Activity> newestFirst() {
        return newestFirst;
    }

    /** The activity with an id. */
    public Optional<Activity> find(long id) {
        return newestFirst.stream().filter(activity -> activity.id() == id).findFirst();
    }

    /** The activity with a sid. */
    public Optional<Activity> findBySid(String sid) {
        return newestFirst.stream()
                .filter(activity -> activity.text("sid").equals(sid))
                .findFirst();
    }

    /** Adds activities. */
    public synchronized void add(Collection<Activity> more) {
        List<Activity> all = new ArrayList<>(newestFirst);
        all.addAll(more);
        newestFirst = sorted(all);
    }

    /** Replaces an activity by a changed copy of its row, and answers the new one. */
    public synchronized Optional<Activity> change(long id, UnaryOperator<ObjectNode> change) {
        Optional<Activity> found = find(id);
        Optional<Activity> changed =
                found.map(old -> Activity.of(change.apply(old.row().deepCopy())));
        changed.ifPresent(activity -> {
            List<Activity> all = new ArrayList<>(newestFirst);
            all.removeIf(old -> old.id() == id);
            all.add(activity);
            newestFirst = sorted(all);
        });
        return changed;
    }

    private static List<Activity> sorted(Collection<Activity> activities) {
        return activities.stream().sorted(Activity.NEWEST_FIRST).toList();
    }
}
