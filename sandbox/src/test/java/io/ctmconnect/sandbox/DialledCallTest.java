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
class DialledCallTest {

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private JsonNode place(String field, String value) {
        return probe.control("POST", "/accounts/482913/calls", "{\"" + field + "\":\"" + value + "\"}")
                .json();
    }

    private JsonNode buy() {
        return probe.postJson("/accounts/482913/numbers", "{\"phone_number\":\"+14105551212\",\"test\":true}")
                .json()
                .path("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "number"})
    void aCallOnASeededNumberHasItsSourcesVisit(String field) {
        JsonNode number = probe.named("numbers", "Ads landing page");
        String named = field.equals("id") ? "tracking_number_sid" : "tracking_number";

        JsonNode call = place(named, number.path(field).asText());

        assertThat(call.path("tracking_number_sid")).isEqualTo(number.path("id"));
        assertThat(call.path("tracking_number_id")).isEqualTo(number.path("filter_id"));
        assertThat(call.path("tracking_number")).isEqualTo(number.path("number"));
        assertThat(call.path("tracking_number_format")).isEqualTo(number.path("formatted"));
        assertThat(call.path("tracking_label").asText()).isEqualTo("Ads landing page");
        assertThat(call.path("source").asText()).isEqualTo("Google Ads");
        assertThat(call.at("/paid/source").asText()).isEqualTo("google");
        assertThat(call.path("business_label").asText()).isEqualTo("Front desk");
    }

    @Test
    void aBoughtNumberTakesCallsWithoutSourceAndReceiver() {
        JsonNode number = buy();

        JsonNode call = place("tracking_number", "+14105551212");

        assertThat(call.path("tracking_number_sid")).isEqualTo(number.path("id"));
        assertThat(call.path("tracking_label").isNull()).isTrue();
        assertThat(call.has("source_sid") || call.has("receiving_number_sid") || call.has("web_source"))
                .isFalse();
        assertThat(call.path("call_path")).isEmpty();
        assertThat(probe.get("/accounts/482913/numbers/" + number.path("id").asText())
                        .json()
                        .at("/stats/calls")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aBoughtNumbersCallFollowsItsSourceAndRoute() {
        JsonNode number = buy();
        String path = "/accounts/482913/numbers/" + number.path("id").asText() + "/update_number";
        JsonNode source = probe.postJson("/accounts/482913/sources", "{\"name\":\"Fair\"}")
                .json()
                .path("source");
        probe.postJson(
                path,
                "{\"dial_route\":\"number\",\"numbers\":[\"3105552222\"],\"tracking_source_id\":\""
                        + source.path("id").asText() + "\"}");

        JsonNode call = place("tracking_number", "+14105551212");

        assertThat(call.path("source").asText()).isEqualTo("Fair");
        assertThat(call.path("source_id")).isEqualTo(source.path("filter_id"));
        assertThat(call.path("business_number").asText()).isEqualTo("+13105552222");
        assertThat(call.at("/call_path/0/route_type").asText()).isEqualTo("PhysicalPhoneNumber");
        assertThat(call.has("paid") || call.path("visitor").asBoolean()).isFalse();
    }

    @Test
    void aCallOnAMenuHasNoReceiver() {
        JsonNode number = probe.named("numbers", "Office menu");

        JsonNode call = place("tracking_number_sid", number.path("id").asText());

        assertThat(call.has("receiving_number_sid")).isFalse();
        assertThat(call.at("/call_path/0/route_type").asText()).isEqualTo("VoiceMenu");
        assertThat(call.at("/call_path/0/route_id")).isEqualTo(number.at("/route_to/dial/id"));
    }

    @Test
    void aNumberOfNobodyIsWrittenAsGiven() {
        JsonNode call = place("tracking_number", "+19995550100");

        assertThat(call.path("tracking_number").asText()).isEqualTo("+19995550100");
        assertThat(call.path("tracking_number_sid").asText()).startsWith("TPN");
    }
}
