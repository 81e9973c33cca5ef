package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The accounts that a connection reaches. */
class AccountsIT extends InSharedWorld {
    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    @Test
    void theListIsPaged() {
        Reply whole = connected.get("/accounts");
        Reply second = connected.get("/accounts?limit=2&page=2");

        assertThat(whole.data().findValuesAsText("id"))
                .containsExactly("482913", "482914", "482915", "482916", "482917");
        assertThat(second.data().findValuesAsText("id")).containsExactly("482915", "482916");
        assertThat(second.json().path("pagination").toString())
                .isEqualTo("{\"current_page\":2,\"total_pages\":3,\"total_items\":5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "url", "null"})
    void anyKindOfNextPageIsUnderstood(String kind) {
        WORLD.control.settings("{\"next_page\":\"%s\",\"total_entries\":false}".formatted(kind));

        assertThat(connected.get("/accounts?limit=2").data()).hasSize(2);
    }

    @Test
    void searchAndAgencyFilter() {
        assertThat(connected.get("/accounts?search=ROOF").data().findValuesAsText("name"))
                .containsExactly("Cascade Roofing");
        assertThat(connected.get("/accounts?search=482916").data()).hasSize(1);
        assertThat(connected.get("/accounts?parent_id=20417").data()).hasSize(5);
        assertThat(connected.get("/accounts?parent_id=1").data()).isEmpty();
    }

    @Test
    void theDetailAddsWebsiteZoneAndBalance() {
        WORLD.control.settings("{\"status_as_array\":true}");

        JsonNode account = connected.get("/accounts/482913").data();

        assertThat(account.path("name").asText()).isEqualTo("Northwind Dental");
        assertThat(account.path("status").asText()).isEqualTo("active");
        assertThat(account.path("website").asText()).isEqualTo("https://northwind.example");
        assertThat(account.path("timezone").asText()).isEqualTo("America/New_York");
        assertThat(account.path("balance_cents").asLong()).isEqualTo(12550);
    }

    @Test
    void anAccountOutOfReachIsAnError() {
        assertThat(connected.get("/accounts/517330").code()).isEqualTo("CTM_REJECTED");
        WORLD.control.settings("{\"hidden_accounts\":404}");
        assertThat(connected.get("/accounts/517330").code()).isEqualTo("NOT_FOUND");
        assertThat(connected.get("/accounts/nonsense").code()).isEqualTo("INVALID_ID");
        assertThat(connected.get("/accounts?limit=0&parent_id=x").json().path("errors"))
                .hasSize(2);
    }
}
