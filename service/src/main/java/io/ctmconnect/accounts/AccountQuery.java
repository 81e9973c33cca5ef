package io.ctmconnect.accounts;

import io.ctmconnect.ctm.CtmAccount;
import io.ctmconnect.http.Fields;
import io.ctmconnect.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The query of the account list.
 *
 * @param search part of a name or of an id, or null
 * @param parentId an agency's id, or null
 */
record AccountQuery(
        PageRequest page, @Nullable String search, @Nullable String parentId) {
    static AccountQuery of(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        AccountQuery form =
                new AccountQuery(PageRequest.of(fields), fields.optional("search"), fields.optionalCtmId("parent_id"));
        fields.check();
        return form;
    }

    boolean filters() {
        return search != null || parentId != null;
    }

    boolean accepts(CtmAccount account) {
        return (parentId == null || parentId.equals(account.agencyId()))
                && (search == null || isFound(account, search));
    }

    private static boolean isFound(CtmAccount account, String search) {
        String part = search.toLowerCase(Locale.ROOT);
        return Stream.of(account.name(), account.id())
                .filter(Objects::nonNull)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }
}
