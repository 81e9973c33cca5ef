package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that can be bought, against the sandbox. */
class AvailableNumbersIT extends InSharedWorld {
    private static final String AVAILABLE = "/accounts/482913/trackers/available";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    @Test
    void numbersOfAnAreaAreOfferedOnOnePage() {
        Reply reply = connected.get(AVAILABLE + "?area_code=443");

        int size = reply.data().size();
        assertThat(size).isPositive();
        assertThat(reply.json().path("pagination").toString())
                .isEqualTo("{\"current_page\":1,\"total_pages\":1,\"total_items\":%d}".formatted(size));
        for (JsonNode offer : reply.data()) {
            assertThat(offer.path("phone_number").asText()).startsWith("+1443");
            assertThat(offer.path("formatted_number").asText()).startsWith("(443)");
            assertThat(offer.path("type").asText()).isEqualTo("local");
            assertThat(offer.path("country").asText()).isEqualTo("US");
            assertThat(offer.path("region").asText()).isEqualTo("MD");
            assertThat(offer.at("/capabilities/voice").asBoolean()).isTrue();
            assertThat(offer.at("/capabilities/sms").isBoolean()).isTrue();
        }
    }

    @Test
    void anAreaThatIsSoldOutHasNone() {
        Reply reply = connected.get(AVAILABLE + "?area_code=212");

        assertThat(reply.data()).isEmpty();
        assertThat(reply.json().at("/pagination/total_items").asInt()).isZero();
    }

    @Test
    void numbersThatAreFreeForCallersAndThoseOfOtherCountriesAreOffered() {
        Reply tollFree = connected.get(AVAILABLE + "?toll_free=true");
        Reply british = connected.get(AVAILABLE + "?country=gb");

        assertThat(tollFree.data().findValuesAsText("type")).isNotEmpty().containsOnly("toll_free");
        assertThat(british.data()).isNotEmpty();
        assertThat(british.data().path(0).path("phone_number").asText()).startsWith("+44");
        assertThat(connected
                        .get(AVAILABLE + "?country=CA&area_code=416")
                        .data()
                        .path(0)
                        .path("phone_number")
                        .asText())
                .startsWith("+1416");
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        Reply reply = connected.get(AVAILABLE + "?area_code=4&country=XX&toll_free=yes");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field"))
                .containsExactly("country", "toll_free", "area_code");
        assertThat(connected.get(AVAILABLE).code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void ctmsRefusalIsPassedOn() {
        WORLD.control.fault("{\"kind\":\"error_200\",\"reason\":\"no numbers there\"}");

        Reply reply = connected.get(AVAILABLE + "?area_code=443");

        assertThat(reply.code()).isEqualTo("CTM_REJECTED");
        assertThat(reply.json().path("message").asText()).isEqualTo("no numbers there");
    }
}
