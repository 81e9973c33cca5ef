package io.ctmconnect.accounts;

import io.ctmconnect.ctm.CtmAccount;
import io.ctmconnect.http.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class AccountQueryTest {
    private static final CtmAccount NORTHWIND = account("482913", "Northwind Dental", "20417");

    private static CtmAccount account(String id, @Nullable String name, @Nullable String agency) {
        return new CtmAccount(id, name, "active", agency, "admin", null, null, null, null, null);
    }

    private static AccountQuery of(String... pairs) {
        return AccountQuery.of(query(pairs));
    }

    @Test
    void nothingAskedMeansTheFirstTwenty() {
        assertThat(of()).isEqualTo(new AccountQuery(new PageRequest(1, 20), null, null));
        assertThat(of("search= ", "parent_id=").filters()).isFalse();
    }

    @Test
    void everyParameterIsRead() {
        assertThat(of("page=2", "per_page=50", "search= north ", "parent_id=20417"))
                .isEqualTo(new AccountQuery(new PageRequest(2, 50), "north", "20417"));
        assertThat(of("search=x").filters()).isTrue();
        assertThat(of("parent_id=1").filters()).isTrue();
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        assertThat(violationsOf(() -> of("page=0", "limit=1000", "search=a\u0001b", "parent_id=agency")))
                .containsExactly(
                        "page must be a whole number of at least 1",
                        "limit must be a whole number from 1 to 100",
                        "search must be a text of at most 256 characters",
                        "parent_id must be a CallTrackingMetrics account id (digits only)");
    }

    @ParameterizedTest
    @CsvSource({
        "search=northwind,true",
        "search=WIND den,true",
        "search=8291,true",
        "search=south,false",
        "search=20417,false",
        "parent_id=20417,true",
        "parent_id=2041,false",
        "page=9,true"
    })
    void anAccountIsAcceptedByPartOfItsNameOrIdAndByItsAgency(String parameter, boolean expected) {
        assertThat(of(parameter).accepts(NORTHWIND)).isEqualTo(expected);
    }

    @Test
    void everyFilterMustHold() {
        assertThat(of("search=north", "parent_id=20417").accepts(NORTHWIND)).isTrue();
        assertThat(of("search=north", "parent_id=1").accepts(NORTHWIND)).isFalse();
        assertThat(of("search=south", "parent_id=20417").accepts(NORTHWIND)).isFalse();
    }

    @Test
    void anAccountWithoutAnAgencyBelongsToNone() {
        assertThat(of("parent_id=20417").accepts(account("1", "A", null))).isFalse();
    }

    @Test
    void anAccountWithoutANameIsFoundByItsIdOnly() {
        assertThat(of("search=91").accepts(account("914", null, null))).isTrue();
        assertThat(of("search=92").accepts(account("914", null, null))).isFalse();
    }

    @Test
    void anAccountWithoutANameIsNotNamedNull() {
        assertThat(of("search=null").accepts(account("914", null, null))).isFalse();
    }
}
