package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFilterTest {

    private final Probe probe = Probe.start(Probe.SETTINGS);
    private List<JsonNode> all = List.of();

    @BeforeAll
    void readAll() {
        all = probe.allCalls(Probe.EASTERN, "");
    }

    @AfterAll
    void close() {
        probe.close();
    }

    private void keeps(String query, Predicate<JsonNode> wanted) {
        List<JsonNode> expected = all.stream().filter(wanted).toList();
        assertThat(expected).as("the seed has such rows").isNotEmpty();
        assertThat(expected).as("and others").hasSizeLessThan(all.size());
        assertThat(probe.allCalls(Probe.EASTERN, query)).isEqualTo(expected);
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }

    @Test
    void directionIsScalarArrayOrCommaList() {
        keeps("direction=form", row -> text(row, "direction").equals("form"));
        Predicate<JsonNode> texts = row -> text(row, "direction").startsWith("msg_");
        keeps("direction=msg_inbound,msg_outbound", texts);
        keeps("direction%5B%5D=msg_inbound&direction%5B%5D=msg_outbound", texts);
        keeps("direction=msg_inbound,msg_outbound&direction_operator=excludes", texts.negate());
    }

    @Test
    void sourcesAndNumbersAreFoundByEitherId() {
        JsonNode sample = all.getFirst();
        Predicate<JsonNode> sameSource = row -> text(row, "source").equals(text(sample, "source"));
        Predicate<JsonNode> sameNumber = row -> text(row, "tracking_number").equals(text(sample, "tracking_number"));

        keeps("multi_sources=" + text(sample, "source_sid"), sameSource);
        keeps("multi_sources=" + text(sample, "source_id"), sameSource);
        keeps("multi_sources=" + text(sample, "source_id") + "&multi_sources_operator=excludes", sameSource.negate());
        keeps("multi_tracking_numbers=" + text(sample, "tracking_number_sid"), sameNumber);
        keeps("multi_tracking_numbers=" + text(sample, "tracking_number_id"), sameNumber);
    }

    @Test
    void tagsCanBeNamedOrBlank() {
        keeps("multi_tags=quote", row -> row.path("tag_list").toString().contains("\"quote\""));
        keeps("multi_tags_operator=blank", row -> row.path("tag_list").isEmpty());
    }

    @Test
    void togglesAreOneTwoOrNothing() {
        keeps("has_audio=1", row -> !text(row, "audio").isEmpty());
        keeps("has_audio=2", row -> text(row, "audio").isEmpty());
        keeps("converted=1", row -> row.at("/sale/conversion").asBoolean());
        keeps("filter_visitor_data=2", row -> !row.path("visitor").asBoolean());
        keeps("form_entries=1", row -> text(row, "direction").equals("form"));
        keeps("reported=1", row -> !row.path("excluded").asBoolean());
        keeps("call_score_min=3", row -> row.at("/sale/score").asInt() >= 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "excluded=0&converted=0&form_entries=0&filter_visitor_data=0&has_audio=0",
                "call_score_min=0&call_score_max=5",
                "has_audio=&converted=",
                "no_such_filter=1&format=json",
                "start_date=nonsense"
            })
    void zeroEmptyAndUnknownFilterNothing(String query) {
        assertThat(probe.count(Probe.EASTERN, query)).isEqualTo(all.size());
    }

    @Test
    void freeTextFindsNamesNumbersSidsAndSources() {
        JsonNode sample = all.stream()
                .filter(row -> text(row, "caller_number").length() > 5)
                .findFirst()
                .orElseThrow();
        Predicate<JsonNode> sameCaller = row -> text(row, "caller_number").equals(text(sample, "caller_number"));

        keeps("search=" + text(sample, "sid"), row -> text(row, "sid").equals(text(sample, "sid")));
        keeps("search=" + Probe.encode(text(sample, "caller_number")), sameCaller);
        keeps("filter=" + Probe.encode(text(sample, "caller_number_format")), sameCaller);
        keeps("filter=" + Probe.encode("contact_number:\"" + text(sample, "caller_number_bare") + "\""), sameCaller);
        keeps("filter=bing+ads", row -> text(row, "source").equals("Bing Ads"));
        keeps("filter=" + Probe.encode("form.form_name:\"contact\""), row -> row.has("form"));
    }

    @Test
    void statusFilterIsSloppyHonouredOrIgnored() {
        String query = "call_status%5B%5D=no-answer";
        probe.control("POST", "/settings", "{\"call_status_filter\":\"sloppy\"}");
        keeps(
                query,
                row -> List.of(text(row, "call_status"), text(row, "status"), text(row, "dial_status"))
                        .contains("no-answer"));
        probe.control("POST", "/settings", "{\"call_status_filter\":\"honoured\"}");
        keeps(
                query,
                row -> List.of("no answer", "no-answer", "missed").contains(text(row, "call_status"))
                        || (text(row, "call_status").equals("hangup")
                                && row.path("talk_time").asInt() == 0));
        probe.control("POST", "/settings", "{\"call_status_filter\":\"ignored\"}");
        assertThat(probe.count(Probe.EASTERN, query)).isEqualTo(all.size());
    }

    @Test
    void fieldsCanBeLimitedAndExcluded() {
        JsonNode row = probe.get("/accounts/482913/calls?limit_fields=id,sid&exclude_fields=sid")
                .json()
                .at("/calls/0");

        assertThat(row.fieldNames()).toIterable().containsExactly("id");
    }

    @Test
    void aPostedSearchLimitsFieldsUnlessCtmIgnoresThat() {
        String search = "/accounts/482913/calls/search.json";
        String limited = "{\"per_page\":1,\"limit_fields\":[\"id\",\"source\"]}";

        assertThat(probe.postJson(search, limited).json().at("/calls/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "source");
        probe.control("POST", "/settings", "{\"honours_limit_fields\":false}");
        assertThat(probe.postJson(search, limited).json().at("/calls/0").fieldNames())
                .toIterable()
                .hasSizeGreaterThan(50);
    }

    @Test
    void oneCallIsFlatByIdAndUnknownBySid() {
        JsonNode sample = all.getFirst();

        assertThat(probe.get("/accounts/482913/calls/" + text(sample, "id") + ".json")
                        .json())
                .isEqualTo(sample);
        Probe.Answer bySid = probe.get("/accounts/482913/calls/" + text(sample, "sid"));
        assertThat(bySid.status()).isEqualTo(404);
        assertThat(bySid.body()).isEqualTo("{\"status\":\"error\",\"reason\":\"call not found\"}");
    }

    @Test
    void getQueryPostedFormAndJsonFindTheSame() {
        String search = "/accounts/482913/calls/search";
        String query = "direction%5B%5D=form&per_page=3";

        JsonNode byGet = probe.get(search + "?" + query).json().path("calls");

        assertThat(probe.postForm(search, query).json().path("calls")).isEqualTo(byGet);
        assertThat(probe.postJson(search + ".json", "{\"direction\":[\"form\"],\"per_page\":3}")
                        .json()
                        .path("calls"))
                .isEqualTo(byGet);
    }
}
