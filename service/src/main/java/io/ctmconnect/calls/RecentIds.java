package io.ctmconnect.calls;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * The ids of the rows that were read last. A row that CTM gives twice, as it can when rows come in between two requests, comes
 * again soon: so many ids tell it from a new one, however many rows there are. Not for sharing between threads.
 */
final class RecentIds {
    static final int KEPT = 1_000;

    private final SequencedSet<String> ids = new LinkedHashSet<>();

    /** Notes an id; false when it is there already. */
    boolean add(String id) {
        boolean isNew = ids.add(id);
        if (ids.size() > KEPT) {
            ids.removeFirst();
        }
        return isNew;
    }
}
