package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.ctm.CtmMemory;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Fetches a page of calls, in one of two ways. Where CTM can page by itself its page and its total are passed on, unless a
 * row shows that it ignores a filter. Else the window is read whole, and it is ordered, counted and cut here: so a total is
 * always exact.
 */
@Singleton
class CallList {
    private static final Fold<List<Call>> ALL = new Fold<>(List.of(), Function.identity(), CallList::both);

    private final CtmApi ctm;
    private final CtmMemory memory;

    CallList(CtmApi ctm, CtmMemory memory) {
        this.ctm = ctm;
        this.memory = memory;
    }

    /** @param total calls that the query finds in all */
    record Found(List<Call> calls, long total) {}

    /**
     * The asked-for page.
     *
     * @throws ApiException {@code VALIDATION_FAILED} when it lies beyond what CTM's search reaches; {@code CTM_UNAVAILABLE} when
     *     CTM does not give all that it counts, twice
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
        CallPage page = session.read(access -> ctm.searchCalls(access, account, search));
        boolean asAsked = page.calls().size() <= size && page.calls().stream().allMatch(query.filter()::accepts);
        return Optional.ofNullable(page.totalEntries())
                .filter(total -> asAsked)
                .map(total -> new Found(page.calls(), total));
    }

    private Found wholeWindow(CtmSession session, String account, CallQuery query) {
        CallReader reader = new CallReader(ctm, session, account);
        List<Call> calls = all(reader, query.filter())
                .or(() -> again(reader, account, query.filter()))
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.CTM_UNAVAILABLE,
                        "CallTrackingMetrics counts other activities than it gives: try again later"));
        List<Call> ordered = calls.stream().sorted(query.order().comparator()).toList();
        return new Found(query.page().of(ordered), ordered.size());
    }

    /** The same answers from memory would be no help. */
    private Optional<List<Call>> again(CallReader reader, String account, CallFilter filter) {
        memory.forgetCalls(account);
        return all(reader, filter);
    }

    /** All calls of the window; empty when CTM gives more or less than it counts. */
    private static Optional<List<Call>> all(CallReader reader, CallFilter filter) {
        RowFold<List<Call>> rows = new RowFold<>(filter, RowBudget.wholeOrNothing(CallSearch.WINDOW_ROWS), ALL);
        ReadRows<List<Call>> read = reader.read(rows, Optional.of(filter.asSearch()));
        return switch (read.end()) {
            case WHOLE -> Optional.of(read.calls());
            case BOUND -> throw tooFar("start_date");
            case CUT_OFF, OVERRUN -> Optional.empty();
        };
    }

    private static List<Call> both(List<Call> calls, List<Call> more) {
        return Stream.concat(calls.stream(), more.stream()).toList();
    }

    private static ApiException tooFar(String field) {
        return ApiException.invalid(List.of(new Violation(
                field,
                "reaches beyond the " + CallSearch.WINDOW_ROWS
                        + " activities that CallTrackingMetrics searches at once: narrow start_date and end_date")));
    }
}
