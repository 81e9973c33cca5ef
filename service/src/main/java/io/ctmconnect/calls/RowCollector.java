package io.ctmconnect.calls;

import io.ctmconnect.calls.CallWindow.Bound;
import io.ctmconnect.calls.WindowRows.End;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects the pages of one reading. Not for sharing between threads. */
final class RowCollector<T> {
    private final CallFilter filter;
    private final Bound bound;
    private final Function<Call, T> kept;
    private final List<T> accepted = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** Rows of the whole window by CTM's lowest count: calls that come in meanwhile are not ahead of the cursor. */
    private long counted = Long.MAX_VALUE;

    private boolean isCounted;
    private boolean isFull;

    RowCollector(CallFilter filter, Bound bound, Function<Call, T> kept) {
        this.filter = filter;
        this.bound = bound;
        this.kept = kept;
    }

    /** Takes a page; says whether it makes sense to go on. */
    boolean add(CallPage page) {
        int before = ids.size();
        Long total = page.totalEntries();
        if (total != null) {
            isCounted = true;
            counted = Math.min(counted, total);
        }
        page.calls().forEach(this::add);
        isFull |= bound.wholeOrNothing() && isCounted && counted > bound.rows();
        return !isFull && ids.size() > before;
    }

    private void add(Call call) {
        String id = String.valueOf(call.id());
        if (ids.size() == bound.rows() && !ids.contains(id)) {
            isFull = true;
        } else if (ids.add(id) && filter.accepts(call)) {
            accepted.add(kept.apply(call));
        }
    }

    /** Where CTM names no next page but counts more rows than have come, the next page's number is tried. */
    Optional<CallSearch> after(CallSearch search, CallPage page) {
        return page.next().or(() -> numberedAfter(search));
    }

    private Optional<CallSearch> numberedAfter(CallSearch search) {
        Integer number = search.page();
        return !isCounted || number == null || ids.size() >= counted
                ? Optional.empty()
                : Optional.of(search.atPage(number + 1, search.perPage()));
    }

    WindowRows<T> result() {
        boolean isShort = isCounted && ids.size() < counted;
        return new WindowRows<>(List.copyOf(accepted), isFull ? End.BOUND : isShort ? End.CUT_OFF : End.WHOLE);
    }
}
