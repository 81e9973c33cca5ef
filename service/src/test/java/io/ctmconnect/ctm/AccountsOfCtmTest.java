package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsOfCtmTest {
    private static AccountPage page(String json) {
        return AccountPage.of(Json.of(json));
    }

    @Test
    void aRowOfTheListIsRead() {
        String row = "{'id':482913,'name':'Northwind Dental','user_role':'admin','status':'active',"
                + "'created':'2024-05-02T15:11:09Z','updated':'2026-03-01T08:00:12Z','canceled':null,'agency_id':20417}";

        assertThat(CtmAccount.of(Json.of(row)))
                .isEqualTo(new CtmAccount(
                        "482913",
                        "Northwind Dental",
                        "active",
                        "20417",
                        "admin",
                        "2024-05-02T15:11:09Z",
                        "2026-03-01T08:00:12Z",
                        null,
                        null,
                        null));
    }

    @Test
    void aDetailAnswerIsRead() {
        String detail = "{'id':482913,'name':'Northwind Dental','status':['active'],"
                + "'website':'https://northwind.example','timezone':'Eastern Time (US & Canada)',"
                + "'timezone_name':'America/New_York','shared_billing':true,'balance':{'cents':12550}}";

        CtmAccount account = CtmAccount.of(Json.of(detail));

        assertThat(account.status()).isEqualTo("active");
        assertThat(account.website()).isEqualTo("https://northwind.example");
        assertThat(account.timezone()).isEqualTo("America/New_York");
        assertThat(account.balanceCents()).isEqualTo(12_550);
    }

    @Test
    void theRailsNameOfTheTimeZoneStandsInForTheIanaName() {
        assertThat(CtmAccount.of(Json.of("{'timezone':'Eastern Time (US & Canada)'}"))
                        .timezone())
                .isEqualTo("Eastern Time (US & Canada)");
    }

    @Test
    void aPageHoldsAccountsThatHaveAnId() {
        AccountPage page = page("{'accounts':[{'id':1},{'name':'no id'},null,'x',{'id':'2'}],'total_entries':'2'}");

        assertThat(page.accounts()).extracting(CtmAccount::id).containsExactly("1", "2");
        assertThat(page.totalEntries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'accounts':[]}",
                "{'accounts':[],'next_page':2}",
                "{'accounts':[{'id':1}]}",
                "{'accounts':[{'id':1}],'next_page':null}"
            })
    void aPageWithoutANextOneIsTheLast(String json) {
        assertThat(page(json).isLast()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "'2'", "'https://api.example/accounts?page=2'"})
    void aPageWithANextOneIsNotTheLast(String nextPage) {
        assertThat(page("{'accounts':[{'id':1}],'next_page':" + nextPage + "}").isLast())
                .isFalse();
    }
}
