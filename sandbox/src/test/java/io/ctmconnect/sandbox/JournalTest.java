package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTest {

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private JsonNode journal(String query) {
        return probe.control("GET", "/journal" + query, "").json();
    }

    @Test
    void requestsAreNotedWithCallerAndStatus() {
        probe.get("/accounts.json?per_page=1");
        probe.asNobody().get("/accounts");
        probe.as("northwind@example.com", "sandbox-password").postJson("/accounts/482913/calls/search", "{\"a\":1}");

        JsonNode entries = journal("").path("entries");

        assertThat(entries).hasSize(3);
        assertThat(entries.at("/0/path").asText()).isEqualTo("/api/v1/accounts.json");
        assertThat(entries.at("/0/query").asText()).isEqualTo("per_page=1");
        assertThat(entries.at("/0/caller").asText()).isEqualTo("key:agency-20417");
        assertThat(entries.at("/1/caller").asText()).isEqualTo("nobody");
        assertThat(entries.at("/1/status").asInt()).isEqualTo(401);
        assertThat(entries.at("/2/caller").asText()).isEqualTo("user:northwind@example.com");
        assertThat(entries.at("/2/method").asText()).isEqualTo("POST");
        assertThat(entries.at("/2/body").asText()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | token=hidden-1&secret=hidden-2&x=1",
                "application/x-www-form-urlencoded | user=me&password=hidden-1",
                "application/x-www-form-urlencoded | user%5Blogin%5D=me&user%5Bpassword%5D=hidden-1",
                "application/json | {\"user\":{\"login\":\"me\",\"password\":\"hidden\\\"-1\"},\"auth_token\":\"hidden-2\"}",
                "application/json | {\"token\" : \"hidden-1\", \"secret\": 12hidden",
                "application/json | [{\"access_key\":\"hidden-1\"}]"
            })
    void credentialsAreBlottedOut(String type, String body) {
        probe.send("POST", "/authentication?auth_token=hidden-3", type, body);

        assertThat(probe.control("GET", "/journal", "").body())
                .doesNotContain("hidden")
                .doesNotContain(Probe.SECRET);
    }

    @Test
    void faultIsNamedAndADroppedConnectionHasNoStatus() {
        probe.control("POST", "/faults", "{\"kind\":\"unauthorized\"}");
        probe.get("/accounts");

        JsonNode entry = journal("").at("/entries/0");

        assertThat(entry.path("fault").asText()).isEqualTo("unauthorized");
        assertThat(entry.path("status").asInt()).isEqualTo(401);
    }

    @Test
    void journalIsFilteredByPathAndNumber() {
        probe.get("/accounts");
        probe.get("/agency");
        probe.get("/accounts/482913");

        assertThat(journal("?path=/agency").path("entries")).hasSize(1);
        assertThat(journal("?since=2").path("entries")).hasSize(1);
        assertThat(journal("").path("last_seq").asInt()).isEqualTo(3);
    }

    @Test
    void clearingForgetsAllAndControlIsNeverNoted() {
        probe.get("/accounts");
        probe.control("DELETE", "/journal", "");

        assertThat(journal("")).isEqualTo(Probe.parse("{\"entries\":[],\"last_seq\":0}"));
    }
}
