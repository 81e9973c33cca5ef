package io.ctmconnect.calls;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallPage;
import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches a page of calls, in one of two ways. Where CTM can page by itself its page and its total are passed on, unless a
 * row shows that it ignores a filter. Else the window is read whole along CTM's cursor, and filtered, ordered, counted
 * and cut here: so a total is always exact.
 */
@Singleton
class CallList {
    private static final int READ_SIZE = 100;

    private final CtmApi ctm;

    CallList(CtmApi ctm) {
        this.ctm = ctm;
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
        CallSearch search = query.asSearch().atPage(query.page().number(), size);
        CallPage page = session.call(access -> ctm.searchCalls(access, account, search));
        boolean asAsked = page.calls().size() <= size && page.calls().stream().allMatch(query::accepts);
        return Optional.ofNullable(page.totalEntries())
                .filter(total -> asAsked)
                .map(total -> new Found(page.calls(), total));
    }

    private Found wholeWindow(CtmSession session, String account, CallQuery query) {
        List<Call> accepted = read(session, account, query.asSearch().atPage(1, READ_SIZE)).stream()
                .filter(query::accepts)
                .sorted(query.order().comparator())
                .toList();
        return new Found(query.page().of(accepted), accepted.size());
    }

    private List<Call> read(CtmSession session, String account, CallSearch first) {
        Map<String, Call> byId = new LinkedHashMap<>();
        Optional<CallSearch> next = Optional.of(first);
        while (next.isPresent()) {
            CallSearch search = next.get();
            CallPage page = session.call(access -> ctm.searchCalls(access, account, search));
            int before = byId.size();
            page.calls().forEach(call -> byId.putIfAbsent(String.valueOf(call.id()), call));
            boolean tooMany = page.totalEntries() != null && page.totalEntries() > CallSearch.WINDOW_ROWS;
            if (tooMany || byId.size() > CallSearch.WINDOW_ROWS) {
                throw tooFar("start_date");
            }
            next = byId.size() == before
                    ? Optional.empty()
                    : page.next().or(() -> pageAfter(search, page, byId.size()));
        }
        return List.copyOf(byId.values());
    }

    /** Where CTM names no next page but counts more rows than have come, the next page's number is tried. */
    private static Optional<CallSearch> pageAfter(CallSearch search, CallPage page, int rows) {
        Long total = page.totalEntries();
        Integer number = search.page();
        return total == null || number == null || rows >= total
                ? Optional.empty()
                : Optional.of(search.atPage(number + 1, READ_SIZE));
    }

    private static ApiException tooFar(String field) {
        return ApiException.invalid(List.of(new Violation(
                field,
                "reaches beyond the " + CallSearch.WINDOW_ROWS
                        + " activities that CallTrackingMetrics searches at once: narrow start_date and end_date")));
    }
}
