package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/accounts.json", "/accounts/", "/accounts.json/"})
    void listHasCtmsEnvelope(String path) {
        ObjectNode list = (ObjectNode) probe.get(path + "?per_page=2&page=2").json();

        assertThat(list.path("accounts")).hasSize(2);
        assertThat(list.<JsonNode>without("accounts"))
                .isEqualTo(Probe.parse("{\"page\":2,\"per_page\":2,\"total_entries\":5,\"total_pages\":3,"
                        + "\"next_page\":3,\"previous_page\":1}"));
    }

    @Test
    void tenAreOnAPageUnlessAskedAndMoreThan150AreRefused() {
        assertThat(probe.get("/accounts").json().path("per_page").asInt()).isEqualTo(10);
        assertThat(probe.get("/accounts?per_page=150").status()).isEqualTo(200);
        Probe.Answer refused = probe.get("/accounts?per_page=151");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"error\":\"per_page limit is 150\"}");
    }

    @Test
    void nextPageIsAnAddressOrNullBySwitch() {
        probe.control("POST", "/settings", "{\"next_page\":\"url\",\"total_entries\":false}");
        JsonNode list = probe.get("/accounts?per_page=2&status=active").json();
        assertThat(list.path("next_page").asText())
                .isEqualTo(probe.origin() + "api/v1/accounts?per_page=2&status=active&page=2");
        assertThat(list.has("total_entries")).isFalse();

        probe.control("POST", "/settings", "{\"next_page\":\"null\"}");
        assertThat(probe.get("/accounts?per_page=2").json().path("next_page").isNull())
                .isTrue();
    }

    @Test
    void statusAndNameNarrowTheList() {
        assertThat(total("status=active")).isEqualTo(4);
        assertThat(total("status=canceled")).isEqualTo(1);
        assertThat(total("filter=CASC")).isEqualTo(1);
        assertThat(total("name=dental")).isEqualTo(1);
        assertThat(total("filter=nothing+like+this")).isZero();
    }

    private int total(String query) {
        return probe.get("/accounts?" + query).json().path("total_entries").asInt();
    }

    @Test
    void limitFieldsLeavesOnlyThose() {
        JsonNode list = probe.get("/accounts?limit_fields%5B%5D=id&limit_fields%5B%5D=name")
                .json();

        assertThat(list.at("/accounts/0").fieldNames()).toIterable().containsExactly("id", "name");
    }

    @Test
    void namesAreAShortListOfActiveAccountsWithoutPaging() {
        JsonNode names = probe.get("/accounts?names=1&all=1").json();

        assertThat(names.fieldNames()).toIterable().containsExactly("accounts");
        assertThat(names.path("accounts")).hasSize(4);
        assertThat(names.at("/accounts/0")).isEqualTo(Probe.parse("{\"id\":482913,\"name\":\"Northwind Dental\"}"));
    }

    @Test
    void detailIsFlatWithZoneAndBalance() {
        JsonNode account = probe.get("/accounts/482914").json();

        assertThat(account.path("timezone").asText()).isEqualTo("Pacific Time (US & Canada)");
        assertThat(account.path("timezone_name").asText()).isEqualTo("America/Los_Angeles");
        assertThat(account.at("/balance/cents").asInt()).isEqualTo(12_550);
        assertThat(account.path("status").asText()).isEqualTo("active");
        probe.control("POST", "/settings", "{\"status_as_array\":true}");
        assertThat(probe.get("/accounts/482914").json().path("status")).isEqualTo(Probe.parse("[\"active\"]"));
    }

    @Test
    void accountKeyReachesItsAccountAlone() {
        Probe single = probe.as("sandbox-account-482913-key-1", "sandbox-account-482913-secret-1");

        assertThat(single.get("/accounts").json().path("total_entries").asInt()).isEqualTo(1);
        assertThat(single.get("/accounts/current").json().path("id").asLong()).isEqualTo(Probe.EASTERN);
        assertThat(single.get("/accounts/482914").status()).isEqualTo(403);
        assertThat(single.get("/accounts/482914/calls").status()).isEqualTo(403);
        assertThat(single.get("/agency").status()).isEqualTo(403);
        probe.control("POST", "/settings", "{\"hidden_accounts\":404}");
        assertThat(single.get("/accounts/482914").status()).isEqualTo(404);
    }

    @Test
    void anotherAgencysAccountIsOutOfReach() {
        assertThat(probe.get("/agency").json().at("/agency/id").asLong()).isEqualTo(20_417);
        assertThat(probe.get("/accounts/517330").status()).isEqualTo(403);
        assertThat(probe.get("/accounts/1").json())
                .isEqualTo(Probe.parse("{\"status\":\"error\",\"reason\":\"account not found\"}"));
    }
}
