package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;
import jakarta.inject.Singleton;

import java.util.Optional;
import java.util.function.Function;

/** Reads all calls that a filter asks for along CTM's cursor, each once, newest first. */
@Singleton
class CallWindow {
    private final CtmApi ctm;

    CallWindow(CtmApi ctm) {
        this.ctm = ctm;
    }

    /**
     * How far to read.
     *
     * @param rows activities of CTM that are read at most, those that the filter drops included
     * @param wholeOrNothing whether to stop as soon as CTM counts more rows than that
     */
    record Bound(int rows, boolean wholeOrNothing) {}

    /**
     * The accepted calls.
     *
     * @param kept makes of a call what is kept of it: CTM's rows are large
     */
    <T> WindowRows<T> read(CtmSession session, String account, CallFilter filter, Bound bound, Function<Call, T> kept) {
        RowCollector<T> rows = new RowCollector<>(filter, bound, kept);
        Optional<CallSearch> next = Optional.of(filter.asSearch());
        while (next.isPresent()) {
            CallSearch search = next.get();
            CallPage page = session.call(access -> ctm.searchCalls(access, account, search));
            next = rows.add(page) ? rows.after(search, page).filter(CallWindow::isReachable) : Optional.empty();
        }
        return rows.result();
    }

    /** Page numbers end where CTM's search window does; only the cursor goes on. */
    private static boolean isReachable(CallSearch search) {
        Integer page = search.page();
        return page == null || (long) page * search.perPage() <= CallSearch.WINDOW_ROWS;
    }
}
