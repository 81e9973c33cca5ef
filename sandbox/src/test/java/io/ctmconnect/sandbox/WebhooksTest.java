package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {

    private static final String ALL = "/accounts/482913/webhooks";
    private static final String END =
            "{\"name\":\"end hook\",\"weburl\":\"https://hooks.example/ctm?position=end\",\"position\":\"end\"}";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    @Test
    void aWebhookIsCreatedAndTold() {
        JsonNode created = probe.postJson(ALL + ".json", END).json();

        assertThat(created)
                .isEqualTo(Probe.parse("{\"status\":\"success\",\"webhook\":{\"id\":61544,\"account_id\":482913,"
                        + "\"with_resource_url\":false,\"client_id\":482913,\"client_type\":\"Account\","
                        + "\"name\":\"end hook\",\"weburl\":\"https://hooks.example/ctm?position=end\","
                        + "\"position\":\"end\"},\"warnings\":{}}"));
        assertThat(probe.get(ALL).json().path("webhooks")).containsExactly(created.path("webhook"));
        JsonNode one = probe.get(ALL + "/61544").json();
        assertThat(one.path("weburl")).isEqualTo(created.at("/webhook/weburl"));
        assertThat(one.path("webhook_conditions").isArray()).isTrue();
    }

    @Test
    void aWebhookIsChanged() {
        probe.postJson(ALL, END);

        JsonNode changed = probe.send(
                        "PUT",
                        ALL + "/61544",
                        "application/x-www-form-urlencoded",
                        "position=start&with_resource_url=1")
                .json();

        assertThat(changed.at("/webhook/position").asText()).isEqualTo("start");
        assertThat(changed.at("/webhook/name").asText()).isEqualTo("end hook");
        assertThat(changed.at("/webhook/with_resource_url").asBoolean()).isTrue();
        assertThat(probe.get(ALL).json().path("webhooks")).hasSize(1);
    }

    @Test
    void aWebhookIsDeletedOnce() {
        probe.postJson(ALL, END);

        assertThat(probe.send("DELETE", ALL + "/61544", "", "").body()).isEqualTo("{\"status\":\"deleted\"}");

        assertThat(probe.send("DELETE", ALL + "/61544", "", "").status()).isEqualTo(404);
        assertThat(probe.get(ALL + "/61544").status()).isEqualTo(404);
        assertThat(probe.get(ALL).json().path("webhooks")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starts", ""})
    void aPositionThatCtmDoesNotKnowIsRefused(String position) {
        Probe.Answer refused = probe.postJson(ALL, END.replace("\"end\"", "\"" + position + "\""));

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.body()).isEqualTo("{\"position\":[\"is not included in the list\"]}");
        assertThat(probe.get(ALL).json().path("webhooks")).isEmpty();
    }

    @Test
    void anAddressIsNeeded() {
        assertThat(probe.postJson(ALL, "{\"position\":\"end\"}").status()).isEqualTo(406);
    }

    @Test
    void anotherAccountsWebhookIsNotFound() {
        probe.postJson(ALL, END);

        assertThat(probe.get("/accounts/482914/webhooks").json().path("webhooks"))
                .isEmpty();
        assertThat(probe.send("DELETE", "/accounts/482914/webhooks/61544", "", "")
                        .status())
                .isEqualTo(404);
        assertThat(probe.send("DELETE", "/accounts/517330/webhooks/61544", "", "")
                        .status())
                .isEqualTo(403);
        assertThat(probe.get(ALL).json().path("webhooks")).hasSize(1);
    }
}
