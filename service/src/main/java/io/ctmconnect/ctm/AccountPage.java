package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of CTM's accounts.
 *
 * @param totalEntries accounts in all by CTM's count, or null when it gives none
 * @param isLast whether CTM names no page after this one
 */
public record AccountPage(
        List<CtmAccount> accounts, @Nullable Long totalEntries, boolean isLast) {
    static AccountPage of(JsonNode answer) {
        CtmJson fields = new CtmJson(answer);
        List<CtmAccount> accounts = answer.path("accounts")
                .valueStream()
                .filter(JsonNode::isObject)
                .map(CtmAccount::of)
                .filter(account -> account.id() != null)
                .toList();
        return new AccountPage(
                accounts, fields.number("total_entries"), accounts.isEmpty() || fields.text("next_page") == null);
    }
}
