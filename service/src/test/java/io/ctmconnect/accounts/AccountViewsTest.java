package io.ctmconnect.accounts;

import io.ctmconnect.ctm.CtmAccount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountViewsTest {
    private static final CtmAccount FULL = new CtmAccount(
            "482913",
            "Northwind",
            "active",
            "20417",
            "admin",
            "c",
            "u",
            "https://n.example",
            "America/New_York",
            12_550L);
    private static final CtmAccount EMPTY = new CtmAccount(null, null, null, null, null, null, null, null, null, null);

    @Test
    void aRowShowsWhatTheContractNames() {
        assertThat(AccountView.of(FULL))
                .isEqualTo(new AccountView("482913", "Northwind", "active", "20417", "admin", "c", "u"));
    }

    @Test
    void theDetailAddsWebsiteTimeZoneAndBalance() {
        assertThat(AccountDetailView.of(FULL, "1"))
                .isEqualTo(new AccountDetailView(
                        "482913",
                        "Northwind",
                        "active",
                        "20417",
                        "admin",
                        "c",
                        "u",
                        "https://n.example",
                        "America/New_York",
                        12_550L));
    }

    @Test
    void theDetailHasTheAskedForIdWhenCtmLeavesItOut() {
        assertThat(AccountDetailView.of(EMPTY, "7").id()).isEqualTo("7");
    }
}
