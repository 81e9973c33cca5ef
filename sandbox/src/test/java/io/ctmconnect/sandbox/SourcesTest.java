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
class SourcesTest {

    private static final String SOURCES = "/accounts/482913/sources";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private String path(String name) {
        return SOURCES + "/" + probe.named("sources", name).path("id").asText();
    }

    @Test
    void aSourceHasCtmsShape() {
        JsonNode source = probe.named("sources", "Google Ads");

        assertThat(source.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "filter_id",
                        "name",
                        "account_id",
                        "description",
                        "referring_url",
                        "not_referrer_url",
                        "landing_url",
                        "not_landing_url",
                        "position",
                        "online",
                        "crm_tag",
                        "geo_mode",
                        "geo_sources",
                        "url");
        assertThat(source.path("account_id").isInt()).isTrue();
        assertThat(source.path("landing_url").asText()).isEqualTo("gclid=.+");
        assertThat(probe.get(source.path("url").asText()).json()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"filter=google,3", "name=radio,1", "filter=nothing,0"})
    void theListIsFiltered(String query, int found) {
        assertThat(probe.get(SOURCES + "?" + query).json().path("total_entries").asInt())
                .isEqualTo(found);
    }

    @Test
    void aSourceIsMadeFromAForm() {
        JsonNode answer = probe.postForm(
                        SOURCES + ".json",
                        "name=Google+Adwords&online=1&landing_url=gclid%3D.%2B&position=1&colour=red")
                .json();

        JsonNode made = answer.path("source");
        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(made.path("id").asText()).matches("TSO[0-9A-F]{64}");
        assertThat(made.path("landing_url").asText()).isEqualTo("gclid=.+");
        assertThat(made.path("online")).isEqualTo(Probe.parse("true"));
        assertThat(made.path("position")).isEqualTo(Probe.parse("1"));
        assertThat(made.path("default_cost").isTextual()).isTrue();
        assertThat(made.has("colour")).isFalse();
        assertThat(probe.named("sources", "Google Adwords").path("id")).isEqualTo(made.path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | {\"name\":[\"can't be blank\"]}",
                "{\"name\":\" \"}                    | {\"name\":[\"can't be blank\"]}",
                "{\"name\":\"A\",\"position\":\"x\"} | {\"position\":[\"is not a number\"]}"
            })
    void whatIsNotValidIsRefusedByField(String body, String refusal) {
        Probe.Answer answer = probe.postJson(SOURCES, body);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).isEqualTo(refusal);
        assertThat(probe.all("sources")).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void onlyTheFieldsGivenChange(String method) {
        JsonNode before = probe.named("sources", "Google Ads");

        JsonNode answer = probe.send(method, path("Google Ads"), "application/json", "{\"crm_tag\":\"ads\"}")
                .json();

        JsonNode after = probe.named("sources", "Google Ads");
        assertThat(answer.path("source")).isEqualTo(after);
        assertThat(after.path("crm_tag").asText()).isEqualTo("ads");
        assertThat(after.path("landing_url")).isEqualTo(before.path("landing_url"));
        assertThat(probe.send(method, path("Google Ads"), "application/json", "{\"name\":\"\"}")
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void patchCanBeUnknown(int status) {
        probe.control("POST", "/settings", "{\"source_patch\":" + status + "}");
        String radio = path("Radio");

        assertThat(probe.send("PATCH", radio, "application/json", "{\"name\":\"TV\"}")
                        .status())
                .isEqualTo(status);
        assertThat(probe.postForm(radio, "_method=patch&name=TV").status()).isEqualTo(status);
        assertThat(probe.put(radio, "{\"name\":\"TV\"}").status()).isEqualTo(200);
    }

    @Test
    void theAnswersToChangeAndDeletionAreSwitches() {
        probe.control("POST", "/settings", "{\"source_put_answers_source\":false,\"source_delete_word\":\"deleted\"}");

        assertThat(probe.put(path("Radio"), "{\"name\":\"TV\"}").body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(probe.delete(path("TV")).json().path("status").asText()).isEqualTo("deleted");
    }

    @Test
    void aDeletedSourceIsGoneAndItsNumbersHaveNone() {
        String ads = path("Google Ads");

        assertThat(probe.delete(ads).json().path("status").asText()).isEqualTo("success");

        assertThat(probe.get(ads).status()).isEqualTo(404);
        assertThat(probe.delete(ads).status()).isEqualTo(404);
        assertThat(probe.named("numbers", "Ads landing page").path("source").isNull())
                .isTrue();
    }

    @Test
    void aNumberBelongsToOneSource() {
        String landing = probe.named("numbers", "Ads landing page").path("id").asText();
        String radio = path("Radio");

        JsonNode answer =
                probe.postJson(radio + "/numbers/" + landing + "/add", "").json();

        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.at("/source/name").asText()).isEqualTo("Radio");
        assertThat(numbers(radio)).hasSize(1);
        assertThat(numbers(path("Google Ads"))).hasSize(1);
        assertThat(probe.named("numbers", "Ads landing page").at("/source/name").asText())
                .isEqualTo("Radio");
        assertThat(probe.postJson(radio + "/numbers/TPN0/add", "").status()).isEqualTo(404);
    }

    private JsonNode numbers(String source) {
        return probe.get(source + "/numbers").json().path("numbers");
    }
}
