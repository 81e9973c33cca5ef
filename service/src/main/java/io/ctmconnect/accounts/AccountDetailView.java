package io.ctmconnect.accounts;

import io.ctmconnect.ctm.CtmAccount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One CTM account. CTM may leave out any field but the id.
 *
 * @param timezone the IANA name where CTM gives it, else CTM's own name
 * @param balanceCents US cents
 */
record AccountDetailView(
        @Schema(examples = "482913") String id,
        @Schema(examples = "Northwind Dental") @Nullable String name,
        @Schema(examples = "active") @Nullable String status,
        @Schema(examples = "20417") @Nullable String agencyId,
        @Schema(examples = "admin") @Nullable String userRole,
        @Schema(examples = "2024-05-02T15:11:09Z") @Nullable String created,
        @Schema(examples = "2026-03-01T08:00:12Z") @Nullable String updated,

        @Schema(examples = "https://northwind.example") @Nullable
        String website,

        @Schema(examples = "America/New_York") @Nullable String timezone,
        @Schema(examples = "12550") @Nullable Long balanceCents) {

    static AccountDetailView of(CtmAccount account, String id) {
        return new AccountDetailView(
                account.id() == null ? id : account.id(),
                account.name(),
                account.status(),
                account.agencyId(),
                account.userRole(),
                account.created(),
                account.updated(),
                account.website(),
                account.timezone(),
                account.balanceCents());
    }
}
