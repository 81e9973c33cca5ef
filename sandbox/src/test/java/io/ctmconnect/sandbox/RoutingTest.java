package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {

    private static final String ACCOUNT = "/accounts/482913";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private String id(String plural, String name) {
        return probe.named(plural, name).path("id").asText();
    }

    private String spare() {
        return ACCOUNT + "/numbers/" + id("numbers", "Spare line");
    }

    private JsonNode dial() {
        return probe.get(spare()).json().at("/route_to/dial");
    }

    @Test
    void newNumbersBecomeReceivingNumbers() {
        JsonNode answer = probe.postJson(
                        spare() + "/update_number",
                        "{\"dial_route\":\"number\",\"numbers\":[\"3105552222\",\"02079460123\"],\"country_codes\":[\"US\",\"GB\"]}")
                .json();

        JsonNode dial = answer.at("/number/route_to/dial");
        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(dial.findValuesAsText("number")).containsExactly("+13105552222", "+442079460123");
        assertThat(dial.at("/0/formatted").asText()).isEqualTo("(310)-555-2222");
        assertThat(dial.at("/0/display_number").asText()).isEqualTo("(310) 555-2222");
        assertThat(dial.at("/0/name").isNull()).isTrue();
        assertThat(probe.all("receiving_numbers").findValuesAsText("number")).contains("+13105552222", "+442079460123");
    }

    @Test
    void formsAndKnownNumbersWorkToo() {
        JsonNode desk = probe.named("receiving_numbers", "Front desk");

        probe.postForm(spare() + "/update_number", "dial_route=number&numbers%5B%5D=%2B12025550177&name=Fair");

        assertThat(probe.named("numbers", "Fair").at("/route_to/dial/0/id")).isEqualTo(desk.path("id"));
        assertThat(probe.all("receiving_numbers")).hasSize(1);
    }

    @Test
    void numbersAreNamedByIdAndANumberMovesToASource() {
        String desk = id("receiving_numbers", "Front desk");
        String radio = id("sources", "Radio");
        probe.put(
                spare() + "/dial_routes",
                "{\"virtual_phone_number\":{\"dial_route\":\"voice_menu\",\"voice_menu_id\":\""
                        + probe.named("numbers", "Office menu")
                                .at("/route_to/dial/id")
                                .asText() + "\"}}");

        JsonNode number = probe.postJson(
                        spare() + "/update_number",
                        "{\"dial_route\":\"number\",\"numbers_id\":[\"" + desk + "\"],\"tracking_source_id\":\"" + radio
                                + "\"}")
                .json()
                .path("number");

        assertThat(number.at("/route_to/dial/0/id").asText()).isEqualTo(desk);
        assertThat(number.at("/source/id").asText()).isEqualTo(radio);
        assertThat(number.path("name").asText()).isEqualTo("Spare line");
    }

    @Test
    void dialRoutesAnswersTheRouteAlone() {
        JsonNode menu = probe.named("numbers", "Office menu").at("/route_to/dial");
        String body = "{\"virtual_phone_number\":{\"dial_route\":\"voice_menu\",\"voice_menu_id\":\""
                + menu.path("id").asText() + "\"}}";

        JsonNode answer = probe.put(spare() + "/dial_routes", body).json();

        assertThat(answer.path("message").asText()).isEqualTo("Settings changed");
        assertThat(answer.at("/route_to/type").asText()).isEqualTo("voice_menu");
        assertThat(answer.at("/route_to/dial")).isEqualTo(menu);
        assertThat(probe.get(spare()).json().path("routing").asText()).isEqualTo("voice_menu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dial_route\":\"nonsense\"} | 406",
                "{\"dial_route\":\"number\"} | 406",
                "{\"dial_route\":\"number\",\"numbers\":[\"12\"]} | 406",
                "{\"dial_route\":\"number\",\"numbers_id\":[\"RPN0\"]} | 404",
                "{\"dial_route\":\"voice_menu\",\"voice_menu_id\":\"VOM0\"} | 404",
                "{\"tracking_source_id\":\"TSO0\"} | 404"
            })
    void nonsenseChangesNothing(String body, int status) {
        JsonNode before = probe.get(spare()).json();

        assertThat(probe.postJson(spare() + "/update_number", body).status()).isEqualTo(status);
        assertThat(probe.get(spare()).json()).isEqualTo(before);
        assertThat(probe.all("receiving_numbers")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void aReceivingNumberIsTakenFromARouteAndPutBack(String method) {
        String receiver = spare() + "/receiving_numbers/" + id("receiving_numbers", "Front desk");

        JsonNode removed = probe.send(method, receiver + "/rem", "", "").json();
        assertThat(dial()).isEmpty();
        JsonNode added = probe.send("POST", receiver + "/add", "", "").json();

        assertThat(removed.at("/receiving_number/name").asText()).isEqualTo("Front desk");
        assertThat(added).isEqualTo(removed);
        assertThat(dial()).hasSize(1);
    }

    @Test
    void aReceivingNumberIsMadeRenamedAndDeleted() {
        String path = ACCOUNT + "/receiving_numbers";

        JsonNode made = probe.postJson(path, "{\"number\":\"+14105550199\",\"name\":\"Back office\"}")
                .json()
                .path("receiving_number");
        String one = path + "/" + made.path("id").asText();
        assertThat(made.path("id").asText()).matches("RPN[0-9A-F]{64}");
        assertThat(probe.get(one).json()).isEqualTo(made);
        assertThat(probe.put(one, "{\"name\":\"Night\"}")
                        .json()
                        .at("/receiving_number/name")
                        .asText())
                .isEqualTo("Night");
        probe.postForm(spare() + "/receiving_numbers/" + made.path("id").asText() + "/add", "");
        assertThat(dial()).hasSize(2);
        assertThat(probe.delete(one).json().path("status").asText()).isEqualTo("success");
        assertThat(probe.get(one).status()).isEqualTo(404);
        assertThat(dial()).hasSize(1);
    }

    @Test
    void aReceivingNumberThatExistsIsAnErrorUnder200() {
        Probe.Answer answer = probe.postJson(ACCOUNT + "/receiving_numbers", "{\"number\":\"+12025550177\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"error\",\"reason\":\"+12025550177 already exists\"}");
        assertThat(probe.postJson(ACCOUNT + "/receiving_numbers", "{}").body())
                .isEqualTo("{\"number\":[\"can't be blank\"]}");
    }
}
