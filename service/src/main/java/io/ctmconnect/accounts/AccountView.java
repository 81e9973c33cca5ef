package io.ctmconnect.accounts;

import io.ctmconnect.ctm.CtmAccount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A CTM account in a list. CTM may leave out any field but the id.
 *
 * @param status CTM's word: active, paused, canceled, archived
 * @param agencyId the agency; accounts that share one are its sub-accounts
 * @param userRole what the connected login may do there, in CTM's words
 * @param created as CTM writes it
 */
record AccountView(
        @Schema(examples = "482913") String id,
        @Schema(examples = "Northwind Dental") @Nullable String name,
        @Schema(examples = "active") @Nullable String status,
        @Schema(examples = "20417") @Nullable String agencyId,
        @Schema(examples = "admin") @Nullable String userRole,
        @Schema(examples = "2024-05-02T15:11:09Z") @Nullable String created,
        @Schema(examples = "2026-03-01T08:00:12Z") @Nullable String updated) {

    static AccountView of(CtmAccount account) {
        return new AccountView(
                String.valueOf(account.id()),
                account.name(),
                account.status(),
                account.agencyId(),
                account.userRole(),
                account.created(),
                account.updated());
    }
}
