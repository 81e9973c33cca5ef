package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseTest {

    private static final String NUMBERS = "/accounts/482913/numbers";
    private static final String REFUSAL = "{\"status\":\"error\",\"reason\":\"number not available\"}";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private JsonNode search(String query) {
        return probe.get(NUMBERS + "/search.json?" + query).json();
    }

    private List<String> found(String query) {
        return search(query).path("numbers").findValuesAsText("phone_number");
    }

    private Probe.Answer buy(String number) {
        return probe.postJson(NUMBERS, "{\"phone_number\":\"" + number + "\"}");
    }

    @Test
    void anAreaCodeHasNumbersInCtmsShape() {
        JsonNode answer = search("country=US&searchby=area&areacode=443");
        JsonNode first = answer.at("/numbers/0");

        assertThat(found("areacode=443")).hasSizeBetween(10, 30).allMatch(number -> number.startsWith("+144355501"));
        assertThat(first.path("number")).isEqualTo(first.path("phone_number"));
        assertThat(first.path("friendly_name").asText()).startsWith("(443) 555-01");
        assertThat(first.path("ratecenter").asText()).isEqualTo("Annapolis");
        assertThat(first.path("latitude").asText()).isEqualTo("38.978400");
        assertThat(first.path("capabilities")).isEqualTo(Probe.parse("{\"voice\":true,\"SMS\":true,\"MMS\":true}"));
        assertThat(answer.path("contains").asText()).isEqualTo("443");
        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.path("overlays")).isEmpty();
    }

    @Test
    void aSoldOutAreaNamesThoseLaidOverIt() {
        assertThat(search("country=US&searchby=area&areacode=212"))
                .isEqualTo(Probe.parse("{\"numbers\":[],\"country\":\"US\",\"searchby\":\"area\",\"error\":[],"
                        + "\"format_style\":\"v2\",\"include_distance\":false,\"contains\":\"212\",\"areacode\":\"212\","
                        + "\"status\":\"success\",\"overlays\":[\"646\",\"917\"]}"));
        assertThat(found("searchby=area&areacode=646")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "country=US&searchby=tollfree,+1800555,tollfree",
        "searchby=address&address=Annapolis%2C+MD,+1410555,local",
        "searchby=number&operator=start_with&pattern=3125550,+1312555,local",
        "country=GB&searchby=number,+4420794601,local",
        "country_code=CA&searchby=area&area_code=604,+1604555,local",
        "country=au,+6125550,local"
    })
    void thereAreOtherWaysToSearch(String query, String prefix, String type) {
        JsonNode first = search(query).at("/numbers/0");

        assertThat(first.path("number").asText()).startsWith(prefix);
        assertThat(first.path("number_type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"country=ZZ", "searchby=area&areacode=000", "searchby=area&areacode=800", "areacode=911"})
    void whereNothingIsForSaleTheListIsEmpty(String query) {
        assertThat(search(query).path("numbers")).isEmpty();
    }

    @Test
    void aPatternNarrowsTheNumbersOfAnArea() {
        assertThat(found("searchby=area&areacode=443&pattern=55501"))
                .isNotEmpty()
                .isEqualTo(found("searchby=area&areacode=443"));
        assertThat(found("searchby=area&areacode=443&pattern=9"))
                .isNotEmpty()
                .allMatch(number -> number.substring(5).contains("9"));
    }

    @Test
    void theSeedChoosesWhatIsForSale() {
        try (Probe same = Probe.start(Probe.FEW_DAYS);
                Probe other = Probe.start(Probe.FEW_DAYS.withSeed(2))) {
            String query = "/search?searchby=area&areacode=443";
            assertThat(same.get(NUMBERS + query).body())
                    .isEqualTo(probe.get(NUMBERS + query).body());
            assertThat(other.get(NUMBERS + query).body())
                    .isNotEqualTo(probe.get(NUMBERS + query).body());
        }
    }

    @Test
    void aNumberIsBoughtOnceAndNotOfferedAgain() {
        String wanted = found("areacode=443").getFirst();

        Probe.Answer answer = buy(wanted);

        JsonNode bought = answer.json().path("number");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("success");
        assertThat(bought.path("number").asText()).isEqualTo(wanted);
        assertThat(bought.path("name").isNull() && bought.path("source").isNull())
                .isTrue();
        assertThat(bought.path("call_setting").isNull()).isTrue();
        assertThat(bought.path("purchased_time").asText()).startsWith("2026-03-17T18:");
        assertThat(bought.path("route_to"))
                .isEqualTo(Probe.parse(
                        "{\"type\":\"receiving_number\",\"multi\":true,\"mode\":\"simultaneous\",\"dial\":[]}"));
        assertThat(bought.at("/stats/minutes").asText()).isEqualTo("0");
        assertThat(bought.at("/stats/minute_costs").asText()).isEqualTo("0.0");
        assertThat(probe.get(NUMBERS + "/" + bought.path("id").asText()).json()).isEqualTo(bought);
        assertThat(found("areacode=443")).doesNotContain(wanted);
        assertThat(buy(wanted).body()).isEqualTo(REFUSAL);
        assertThat(probe.postJson("/accounts/482914/numbers", "{\"phone_number\":\"" + wanted + "\"}")
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550103", "+12125550101", "+14435559999", "4435550", "nonsense"})
    void whatIsNotOnOfferIsNotAvailable(String number) {
        Probe.Answer answer = buy(number);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).isEqualTo(REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 406})
    void theRefusalsStatusIsASwitch(int status) {
        probe.control("POST", "/settings", "{\"refused_purchase\":" + status + "}");

        assertThat(buy("+12025550103").status()).isEqualTo(status);
        assertThat(buy("+12025550103").body()).isEqualTo(REFUSAL);
    }

    @Test
    void withoutFundsOnlySimulatedNumbersAreBought() {
        String wanted = found("areacode=443").getFirst();
        probe.control("POST", "/settings", "{\"has_funds\":false}");

        assertThat(buy(wanted).json().path("reason").asText()).isEqualTo("insufficient funds");
        JsonNode number = probe.postJson(NUMBERS, "{\"phone_number\":\"+14105551212\",\"test\":true}")
                .json()
                .path("number");

        assertThat(number.path("formatted").asText())
                .isEqualTo("(410) 555-1212 (x" + number.path("filter_id").asText() + ")");
        probe.control("POST", "/settings", "{\"has_funds\":true}");
        assertThat(buy(wanted).status()).isEqualTo(200);
    }

    @Test
    void aPurchaseWithoutANumberIsRefusedByFieldAndAFormWorks() {
        Probe.Answer refused = probe.postJson(NUMBERS, "{}");
        String wanted = found("areacode=443").getFirst();

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.body()).isEqualTo("{\"phone_number\":[\"can't be blank\"]}");
        assertThat(probe.postForm(NUMBERS + ".json", "phone_number=" + Probe.encode(wanted))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aResetSellsNothingYet() {
        List<String> before = found("areacode=443");
        String first = buy(before.getFirst()).json().at("/number/id").asText();
        probe.control("POST", "/reset", "");

        assertThat(found("areacode=443")).isEqualTo(before);
        assertThat(buy(before.getFirst()).json().at("/number/id").asText()).isEqualTo(first);
    }
}
