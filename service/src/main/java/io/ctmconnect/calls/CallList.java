package io.ctmconnect.calls;

import io.ctmconnect.calls.CallWindow.Bound;
import io.ctmconnect.calls.WindowRows.End;
import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fetches a page of calls, in one of two ways. Where CTM can page by itself its page and its total are passed on, unless a
 * row shows that it ignores a filter. Else {@link CallWindow} reads the window whole, and it is ordered, counted and
 * cut here: so a total is always exact.
 */
@Singleton
class CallList {
    private static final Bound BOUND = new Bound(CallSearch.WINDOW_ROWS, true);

    private final CtmApi ctm;
    private final CallWindow window;

    CallList(CtmApi ctm, CallWindow window) {
        this.ctm = ctm;
        this.window = window;
    }

    /** @param total calls that the query finds in all */
    record Found(List<Call> calls, long total) {}

    /**
     * The asked-for page.
     *
     * @throws ApiException {@code VALIDATION_FAILED} when it lies beyond what CTM's search reaches
     */
    Found find(CtmSession session, String account, CallQuery query) {
        Optional<Found> paged = query.isPagedByCtm() ? pageOfCtm(session, account, query) : Optional.empty();
        return paged.orElseGet(() -> wholeWindow(session, account, query));
    }

    private Optional<Found> pageOfCtm(CtmSession session, String account, CallQuery query) {
        int size = query.page().size();
        if (query.page().offset() + size > CallSearch.WINDOW_ROWS) {
            throw tooFar("page");
        }
        CallSearch search = query.filter().asSearch().atPage(query.page().number(), size);
        CallPage page = session.call(access -> ctm.searchCalls(access, account, search));
        boolean asAsked = page.calls().size() <= size && page.calls().stream().allMatch(query.filter()::accepts);
        return Optional.ofNullable(page.totalEntries())
                .filter(total -> asAsked)
                .map(total -> new Found(page.calls(), total));
    }

    private Found wholeWindow(CtmSession session, String account, CallQuery query) {
        WindowRows<Call> read = window.read(session, account, query.filter(), BOUND, Function.identity());
        if (read.end() == End.BOUND) {
            throw tooFar("start_date");
        }
        List<Call> calls =
                read.rows().stream().sorted(query.order().comparator()).toList();
        return new Found(query.page().of(calls), calls.size());
    }

    private static ApiException tooFar(String field) {
        return ApiException.invalid(List.of(new Violation(
                field,
                "reaches beyond the " + CallSearch.WINDOW_ROWS
                        + " activities that CallTrackingMetrics searches at once: narrow start_date and end_date")));
    }
}
