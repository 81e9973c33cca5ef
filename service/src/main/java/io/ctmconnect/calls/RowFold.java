package io.ctmconnect.calls;

import io.ctmconnect.calls.ReadRows.End;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds the pages of one reading along CTM's cursor. Not for sharing between threads. */
final class RowFold<T> {
    private final CallFilter filter;
    private final RowBudget budget;
    private final Fold<T> fold;
    private final RecentIds recent = new RecentIds();

    private T folded;
    private long rows;
    private boolean isFull;

    /** CTM's lowest count: calls that come in meanwhile are not ahead of the cursor. */
    private long lowest = Long.MAX_VALUE;

    private long highest = Long.MIN_VALUE;
    private boolean isCounted;

    RowFold(CallFilter filter, RowBudget budget, Fold<T> fold) {
        this.filter = filter;
        this.budget = budget;
        this.fold = fold;
        this.folded = fold.none();
    }

    /** Takes the page that a search has given; answers the search for the next one, if it makes sense to go on. */
    Optional<CallSearch> add(CallSearch search, CallPage page) {
        long before = rows;
        count(page.totalEntries());
        List<Call> accepted =
                fresh(page.calls()).stream().filter(filter::accepts).toList();
        folded = fold.plus().apply(folded, fold.of().apply(accepted));
        isFull |= isCounted && budget.isTooSmallFor(lowest);
        return isFull || rows == before ? Optional.empty() : after(search, page);
    }

    private void count(@Nullable Long total) {
        if (total != null) {
            isCounted = true;
            lowest = Math.min(lowest, total);
            highest = Math.max(highest, total);
        }
    }

    /** The rows that have not come before, as far as the budget goes. */
    private List<Call> fresh(List<Call> page) {
        List<Call> fresh = new ArrayList<>();
        for (Call call : page) {
            if (!isFull && recent.add(String.valueOf(call.id()))) {
                isFull = !budget.take();
                if (!isFull) {
                    fresh.add(call);
                }
            }
        }
        rows += fresh.size();
        return fresh;
    }

    /** Where CTM names no next page but counts more rows than have come, the next page's number is tried. */
    private Optional<CallSearch> after(CallSearch search, CallPage page) {
        return page.next().or(() -> numberedAfter(search)).filter(RowFold::isReachable);
    }

    private Optional<CallSearch> numberedAfter(CallSearch search) {
        Integer number = search.page();
        return !isCounted || number == null || rows >= lowest
                ? Optional.empty()
                : Optional.of(search.atPage(number + 1, search.perPage()));
    }

    /** Page numbers end where CTM's search window does; only the cursor goes on. */
    private static boolean isReachable(CallSearch search) {
        Integer page = search.page();
        return page == null || (long) page * search.perPage() <= CallSearch.WINDOW_ROWS;
    }

    ReadRows<T> result() {
        return new ReadRows<>(folded, rows, end());
    }

    private End end() {
        if (isFull) {
            return End.BOUND;
        }
        if (!isCounted) {
            return End.WHOLE;
        }
        return rows < lowest ? End.CUT_OFF : rows > highest ? End.OVERRUN : End.WHOLE;
    }
}
