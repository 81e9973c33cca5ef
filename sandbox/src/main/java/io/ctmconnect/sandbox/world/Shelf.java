package io.ctmconnect.sandbox.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Things of one kind in the order they came. Readers see a whole, unchanging list; writers replace it.
 *
 * @param <T> the kind
 */
public final class Shelf<T extends Identified> {

    private volatile List<T> all;

    /** Begins with some. */
    public Shelf(Collection<T> things) {
        all = List.copyOf(things);
    }

    /** Everything. */
    public List<T> all() {
        return all;
    }

    /** The one with an opaque id. */
    public Optional<T> find(String sid) {
        return all.stream().filter(thing -> thing.sid().equals(sid)).findFirst();
    }

    /** Adds one at the end. */
    public synchronized void add(T thing) {
        List<T> more = new ArrayList<>(all);
        more.add(thing);
        all = List.copyOf(more);
    }

    /** Replaces one by a changed one, and answers that. */
    public synchronized Optional<T> change(String sid, UnaryOperator<T> change) {
        changeAll(thing -> thing.sid().equals(sid) ? change.apply(thing) : thing);
        return find(sid);
    }

    /** Replaces each by what it becomes. */
    public synchronized void changeAll(UnaryOperator<T> change) {
        all = all.stream().map(change).toList();
    }

    /** Takes one away, and answers whether it was there. */
    public synchronized boolean remove(String sid) {
        List<T> rest = all.stream().filter(thing -> !thing.sid().equals(sid)).toList();
        boolean found = rest.size() < all.size();
        all = rest;
        return found;
    }
}
