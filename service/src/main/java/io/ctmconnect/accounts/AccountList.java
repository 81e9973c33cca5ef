package io.ctmconnect.accounts;

import io.ctmconnect.credentials.CtmSession;
import io.ctmconnect.ctm.AccountPage;
import io.ctmconnect.ctm.CtmAccount;
import io.ctmconnect.ctm.CtmApi;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists accounts. Without a filter CTM's own paging is passed through. With one all pages are read and filtered here: CTM
 * silently ignores parameters that it does not know, and has none for the agency.
 */
@Singleton
class AccountList {
    private static final int PAGE_SIZE = 100;
    private static final int MAX_PAGES = 50;

    private final CtmApi ctm;

    AccountList(CtmApi ctm) {
        this.ctm = ctm;
    }

    /** @param total accounts that the query finds in all */
    record Found(List<CtmAccount> accounts, long total) {}

    Found find(CtmSession session, AccountQuery query) {
        if (!query.filters()) {
            int size = query.page().size();
            AccountPage page =
                    session.read(access -> ctm.accounts(access, query.page().number(), size, null));
            if (page.totalEntries() != null) {
                return new Found(page.accounts(), page.totalEntries());
            }
        }
        List<CtmAccount> all = all(session).stream().filter(query::accepts).toList();
        return new Found(query.page().of(all), all.size());
    }

    private List<CtmAccount> all(CtmSession session) {
        Map<String, CtmAccount> byId = new LinkedHashMap<>();
        for (int number = 1; number <= MAX_PAGES; number++) {
            int asked = number;
            AccountPage page = session.read(access -> ctm.accounts(access, asked, PAGE_SIZE, null));
            int before = byId.size();
            page.accounts().forEach(account -> byId.putIfAbsent(String.valueOf(account.id()), account));
            if (page.isLast() || byId.size() == before) {
                return new ArrayList<>(byId.values());
            }
        }
        throw ApiException.invalid(List.of(new Violation(
                "search",
                "and parent_id reach no further than " + MAX_PAGES * PAGE_SIZE
                        + " accounts, and this login has more: list them without filter")));
    }
}
