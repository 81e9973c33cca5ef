package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class ControlTest {

    private static final Instant NOW = Instant.parse("2026-03-17T18:00:00Z");

    private final HandClock clock = new HandClock(NOW);

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS.withClock(clock));

    @Test
    void indexAndHealthAnswer() {
        assertThat(probe.control("GET", "", "").json().path("accounts")).hasSize(6);
        assertThat(probe.control("GET", "/health", "").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(probe.control("GET", "/nothing", "").status()).isEqualTo(404);
    }

    @Test
    void placedCallIsTheNewestAndHasTheFieldsGiven() {
        JsonNode placed = probe.control(
                        "POST",
                        "/accounts/482913/calls",
                        "{\"call_status\":\"ringing\",\"caller_number\":\"+14105550199\",\"name\":\"Ada\"}")
                .json();

        assertThat(placed.path("dial_status").asText()).isEqualTo("ringing");
        assertThat(placed.path("duration").isNull()).isTrue();
        assertThat(placed.path("unix_time").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(placed.path("contact_number").asText()).isEqualTo("+14105550199");
        assertThat(probe.get("/accounts/482913/calls?per_page=1").json().at("/calls/0"))
                .isEqualTo(placed);
    }

    @Test
    void finishedCallEndsNowUnlessItsTimeIsGiven() {
        JsonNode ended = probe.control("POST", "/accounts/482913/calls", "{}").json();
        JsonNode past = probe.control("POST", "/accounts/482913/calls", "{\"unix_time\":1773000000}")
                .json();

        assertThat(ended.path("unix_time").asLong() + ended.path("duration").asLong())
                .isEqualTo(NOW.getEpochSecond());
        assertThat(past.path("called_at").asText()).isEqualTo("2026-03-08 04:00 PM -04:00");
    }

    @ParameterizedTest
    @CsvSource({"PATCH", "PUT"})
    void callChangesFromRingingToAnswered(String method) {
        String calls = "/accounts/482913/calls";
        long id = probe.control("POST", calls, "{\"call_status\":\"ringing\"}")
                .json()
                .path("id")
                .asLong();

        probe.control(method, calls + "/" + id, "{\"call_status\":\"answered\",\"duration\":40,\"id\":1}");

        JsonNode changed = probe.get(calls + "/" + id).json();
        assertThat(changed.path("call_status").asText()).isEqualTo("answered");
        assertThat(changed.path("duration").asInt()).isEqualTo(40);
        assertThat(probe.control(method, calls + "/1", "{}").status()).isEqualTo(404);
    }

    @Test
    void settingsChangeInPartAndRefuseNonsense() {
        JsonNode changed =
                probe.control("POST", "/settings", "{\"page_window\":50}").json();

        assertThat(changed.path("page_window").asInt()).isEqualTo(50);
        assertThat(changed.path("next_page").asText()).isEqualTo("integer");
        assertThat(probe.control("POST", "/settings", "{\"page_window\":0}").status())
                .isEqualTo(400);
        assertThat(probe.control("POST", "/settings", "{\"page_widow\":1}").status())
                .isEqualTo(400);
        assertThat(probe.control("POST", "/settings", "{\"next_page\":\"sideways\"}")
                        .status())
                .isEqualTo(400);
        assertThat(probe.control("GET", "/settings", "").json()).isEqualTo(changed);
    }

    @Test
    void requestsBeyondTheLimitOfASecondAreRefused() {
        probe.control("POST", "/settings", "{\"requests_per_second\":2}");
        Probe single = probe.as("sandbox-account-482913-key-1", "sandbox-account-482913-secret-1");

        assertThat(probe.get("/accounts").status()).isEqualTo(200);
        assertThat(single.get("/accounts").status()).isEqualTo(200);
        Probe.Answer refused = probe.get("/accounts");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        clock.forward(Duration.ofSeconds(1));
        assertThat(probe.get("/accounts").status()).isEqualTo(200);
        assertThat(probe.get("/accounts").status()).isEqualTo(200);
        probe.control("POST", "/settings", "{\"retry_after\":false}");
        assertThat(probe.get("/accounts").header("Retry-After")).isEmpty();
    }

    @Test
    void tokenIsRefusedFromTheMomentItExpires() {
        probe.control("POST", "/settings", "{\"token_seconds\":60}");
        JsonNode login = probe.postForm("/authentication", "user=agency@example.com&password=sandbox-password")
                .json();
        String accounts = "/accounts?auth_token=" + login.path("token").asText();

        assertThat(login.path("expires").asText()).isEqualTo("2026-03-17T18:01:00Z");
        clock.forward(Duration.ofSeconds(59));
        assertThat(probe.asNobody().get(accounts).status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(1));
        assertThat(probe.asNobody().get(accounts).status()).isEqualTo(401);
    }

    @Test
    void malformedRequestsAreRefused() {
        assertThat(probe.postJson("/accounts/482913/calls/search", "{").status())
                .isEqualTo(400);
        assertThat(probe.get("/accounts?a=1&a%5Bb%5D=2").status()).isEqualTo(400);
        assertThat(probe.get(probe.origin() + "elsewhere").status()).isEqualTo(404);
    }

    @Test
    void methodCanBeOverriddenInABody() {
        assertThat(probe.postForm("/accounts/482913", "_method=get")
                        .json()
                        .path("id")
                        .asLong())
                .isEqualTo(482_913);
        assertThat(probe.postForm("/accounts/482913", "").status()).isEqualTo(404);
    }
}
