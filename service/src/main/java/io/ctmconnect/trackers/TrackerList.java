package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmPage;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;

import java.util.List;

/** Lists trackers: CTM's own pages, or, for a search, all of them, searched here. */
@Singleton
class TrackerList {
    /** @param total trackers that the query finds in all */
    record Found(List<CtmNumber> numbers, long total) {}

    Found find(TrackerSession session, TrackerQuery query) {
        if (query.search() == null) {
            CtmPage<CtmNumber> page =
                    session.page(query.page().number(), query.page().size());
            if (page.totalEntries() != null) {
                return new Found(page.items(), page.totalEntries());
            }
        }
        AllPages<CtmNumber> all = session.numbers();
        if (!all.isWhole()) {
            throw ApiException.invalid(List.of(new Violation(
                    "search",
                    "reaches no further than " + AllPages.MOST
                            + " trackers, and this account has more: list them without it")));
        }
        List<CtmNumber> found = all.only(query::accepts).items();
        return new Found(query.page().of(found), found.size());
    }
}
