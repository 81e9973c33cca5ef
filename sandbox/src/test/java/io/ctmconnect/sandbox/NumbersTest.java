package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersTest {

    private static final String NUMBERS = "/accounts/482913/numbers";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private String id(String name) {
        return probe.named("numbers", name).path("id").asText();
    }

    @Test
    void aNumberHasCtmsShape() {
        JsonNode number = probe.named("numbers", "Google Ads line");
        String api = probe.origin() + "api/v1/accounts/482913/";

        assertThat(number.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "filter_id",
                        "name",
                        "active",
                        "status",
                        "account_id",
                        "source",
                        "number",
                        "call_setting",
                        "country_code",
                        "next_billing_date",
                        "purchased_time",
                        "route_to",
                        "split",
                        "stats",
                        "formatted",
                        "routing",
                        "url");
        assertThat(number.path("id").asText()).matches("TPN[0-9A-F]{64}");
        assertThat(number.path("account_id")).isEqualTo(Probe.parse("\"482913\""));
        assertThat(number.path("number").asText()).isEqualTo("+12025550103");
        assertThat(number.path("formatted").asText()).isEqualTo("(202) 555-0103");
        assertThat(number.path("split")).isEqualTo(Probe.parse("[\"1\",\"202\",\"555\",\"0103\"]"));
        assertThat(number.path("purchased_time").asText()).isEqualTo("2024-05-02T15:11:09Z");
        assertThat(number.at("/call_setting/name").asText()).isEqualTo("Account Level");
        assertThat(number.path("url").asText())
                .isEqualTo(api + "numbers/" + number.path("id").asText() + ".json");
        assertThat(probe.get(number.path("url").asText()).json()).isEqualTo(number);
    }

    @Test
    void aCallsNumberSourceAndReceiverAreFoundByTheIdsItNames() {
        for (JsonNode call : probe.allCalls(Probe.EASTERN, "direction=inbound")) {
            String source = call.path("source_sid").asText();
            JsonNode number = probe.get(
                            NUMBERS + "/" + call.path("tracking_number_sid").asText())
                    .json();

            assertThat(number.path("filter_id")).isEqualTo(call.path("tracking_number_id"));
            assertThat(number.path("number")).isEqualTo(call.path("tracking_number"));
            assertThat(number.path("name")).isEqualTo(call.path("tracking_label"));
            assertThat(number.at("/source/id").asText()).isEqualTo(source);
            assertThat(probe.get("/accounts/482913/sources/" + source).json().path("filter_id"))
                    .isEqualTo(call.path("source_id"));
            if (call.has("receiving_number_sid")) {
                assertThat(number.at("/route_to/dial/0/id")).isEqualTo(call.path("receiving_number_sid"));
                assertThat(number.at("/route_to/dial/0/filter_id")).isEqualTo(call.path("receiving_number_id"));
            }
        }
    }

    @Test
    void thereIsEachKindOfNumber() {
        assertThat(probe.named("numbers", "Spare line").path("source").isNull()).isTrue();
        assertThat(probe.named("numbers", "Old flyer").path("active").asBoolean(true))
                .isFalse();
        assertThat(probe.named("numbers", "Ads landing page").at("/source/id"))
                .isEqualTo(probe.named("numbers", "Google Ads line").at("/source/id"));
        JsonNode menu = probe.named("numbers", "Office menu");
        assertThat(menu.at("/route_to/type").asText()).isEqualTo("voice_menu");
        assertThat(menu.at("/route_to/dial/name").asText()).isEqualTo("Main menu");
        assertThat(menu.at("/route_to/dial/id").asText()).matches("VOM[0-9A-F]{48}");
        assertThat(probe.get("/accounts/482913/sources/"
                                + probe.named("sources", "Radio").path("id").asText() + "/numbers")
                        .json()
                        .path("numbers"))
                .isEmpty();
    }

    @Test
    void integerIdsAreNeverShared() {
        JsonNode others = probe.get("/accounts/482914/numbers?per_page=150").json();

        assertThat(Stream.of(probe.all("numbers"), probe.all("sources"), others.path("numbers"))
                        .flatMap(JsonNode::valueStream)
                        .map(one -> one.path("filter_id").asLong()))
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    @Test
    void statsCountTheNumbersCallsWithMinutesAsTexts() {
        JsonNode number = probe.named("numbers", "Google Ads line");
        int calls = 0;
        long minutes = 0;
        for (JsonNode call : probe.allCalls(
                Probe.EASTERN, "multi_tracking_numbers=" + number.path("id").asText())) {
            calls += call.hasNonNull("duration") ? 1 : 0;
            minutes += (call.path("duration").asLong() + 59) / 60;
        }

        assertThat(calls).isPositive();
        assertThat(number.at("/stats/calls").asInt()).isEqualTo(calls);
        assertThat(number.at("/stats/minutes")).isEqualTo(Probe.parse("\"" + minutes + "\""));
        assertThat(number.at("/stats/renewal_costs").asText()).isEqualTo("1.5");
    }

    @ParameterizedTest
    @CsvSource({"name=LINE,8", "name=flyer,1", "number=%2B12025550183,1", "number=2025550183,0", "name=nothing,0"})
    void theListIsFilteredByNameAndNumber(String query, int found) {
        assertThat(probe.get(NUMBERS + "?" + query).json().path("total_entries").asInt())
                .isEqualTo(found);
    }

    @Test
    void theListIsPagedAsOthersAre() {
        JsonNode page = probe.get(NUMBERS + ".json?per_page=4&page=2").json();

        assertThat(page.path("numbers")).hasSize(4);
        assertThat(page.path("next_page").asInt()).isEqualTo(3);
        assertThat(page.path("total_entries").asInt()).isEqualTo(11);
        assertThat(probe.get(NUMBERS + "?per_page=151").body()).isEqualTo("{\"error\":\"per_page limit is 150\"}");
    }

    @Test
    void aNumberIsRenamedAndSwitchedOff() {
        String path = NUMBERS + "/" + id("Spare line");

        JsonNode answer =
                probe.put(path, "{\"name\":\"Fair\",\"active\":false}").json();

        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.at("/number/name").asText()).isEqualTo("Fair");
        assertThat(answer.at("/number/status").asText()).isEqualTo("inactive");
        assertThat(probe.postForm(path, "_method=put&active=1")
                        .json()
                        .at("/number/active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aReleasedNumberIsGone() {
        String path = NUMBERS + "/" + id("Spare line");

        assertThat(probe.delete(path).json()).isEqualTo(Probe.parse("{\"status\":\"success\",\"released\":true}"));
        assertThat(probe.get(path).status()).isEqualTo(404);
        assertThat(probe.delete(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers/TPN0", "numbers/search2", "receiving_numbers/RPN0", "sources/TSO0"})
    void whatIsNotThereIs404(String path) {
        Probe.Answer answer = probe.get("/accounts/482913/" + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("status").asText()).isEqualTo("error");
        assertThat(answer.json().path("reason").asText()).endsWith(" not found");
    }

    @Test
    void othersNumbersAreOutOfReach() {
        Probe single = probe.as("sandbox-account-482913-key-1", "sandbox-account-482913-secret-1");

        assertThat(single.get("/accounts/482914/numbers").status()).isEqualTo(403);
        assertThat(single.get("/accounts/482914/numbers/search?areacode=443").status())
                .isEqualTo(403);
        assertThat(probe.get("/accounts/482914/numbers/" + id("Spare line")).status())
                .isEqualTo(404);
        assertThat(probe.asNobody().get(NUMBERS).status()).isEqualTo(401);
    }
}
