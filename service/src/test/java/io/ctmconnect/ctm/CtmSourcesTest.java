package io.ctmconnect.ctm;

import io.ctmconnect.ctm.RawCtm.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.ctmconnect.ctm.RawCtm.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmSourcesTest {
    private static final CtmAccess ACCESS = new CtmAccess("c", Clients.KEYS);
    private static final Reply DONE = answer(200, "{\"status\":\"success\"}");

    private interface Use {
        void of(CtmSources sources);
    }

    /** The request lines with their bodies that a use sends. */
    private static List<String> sent(Use use, Reply... replies) throws IOException {
        try (RawCtm server = RawCtm.playing(replies)) {
            use.of(new CtmSources(Clients.memory(server)));
            return IntStream.range(0, server.requests())
                    .mapToObj(i -> server.heads().get(i).lines().findFirst().orElseThrow() + " "
                            + server.bodies().get(i).replace('"', '\''))
                    .toList();
        }
    }

    private static CreatedSource created(String answer) {
        return CreatedSource.of(Json.of(answer));
    }

    @Test
    void everyFieldOfASourceIsRead() {
        CtmSource source = CtmSource.of(Json.of("""
                {'id':'TSO0A3','filter_id':71502,'name':'Google Ads','account_id':482913,'description':'d',
                'referring_url':'r','not_referrer_url':'nr','landing_url':'gclid=.+','not_landing_url':'nl',
                'position':1,'online':'1','crm_tag':'t','default_cost':'1.5','geo_mode':'off'}""")).orElseThrow();

        assertThat(source)
                .isEqualTo(new CtmSource(
                        "TSO0A3",
                        "71502",
                        "Google Ads",
                        "482913",
                        "d",
                        "r",
                        "nr",
                        "gclid=.+",
                        "nl",
                        1L,
                        true,
                        "t",
                        "1.5",
                        "off"));
        assertThat(CtmSource.of(Json.of("{'name':'no id'}"))).isEmpty();
    }

    @Test
    void aSourceIsCreatedWithItsFieldsOnly() throws IOException {
        Reply answer = answer(200, "{\"status\":\"success\",\"source\":{\"id\":\"TSO1\"}}");

        assertThat(sent(sources -> sources.create(ACCESS, "7", Map.of("name", "Radio")), answer))
                .containsExactly("POST /accounts/7/sources HTTP/1.1 {'name':'Radio'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|",
                "[]|",
                "null|",
                "'mind'|mind",
                "['a','b']|a,b",
                "{'name':['is taken','is odd'],'base':'x'}|name is taken; is odd,base x"
            },
            quoteCharacter = '~')
    void warningsOfAnyFormAreTexts(String warnings, String expected) {
        List<String> texts = expected == null ? List.of() : List.of(expected.split(","));

        assertThat(created("{'status':'success','source':{'id':'TSO1'},'warnings':" + warnings + "}")
                        .warnings())
                .isEqualTo(texts);
    }

    @Test
    void aCreationThatNamesNoSourceIsNoAnswer() {
        assertThatExceptionOfType(CtmException.Unavailable.class)
                .isThrownBy(() -> created("{'status':'success','source':{}}"));
    }

    @Test
    void aSourceIsPatched() throws IOException {
        assertThat(sent(sources -> sources.update(ACCESS, "7", "TSO1", Map.of("name", "Radio")), DONE))
                .containsExactly("PATCH /accounts/7/sources/TSO1 HTTP/1.1 {'name':'Radio'}");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void aSourceIsPutWhereCtmDoesNotPatch(int status) throws IOException {
        assertThat(sent(
                        sources -> sources.update(ACCESS, "7", "TSO1", Map.of("name", "Radio")),
                        answer(status, "{}"),
                        DONE))
                .containsExactly(
                        "PATCH /accounts/7/sources/TSO1 HTTP/1.1 {'name':'Radio'}",
                        "PUT /accounts/7/sources/TSO1 HTTP/1.1 {'name':'Radio'}");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 406})
    void noWriteIsTriedAgainOtherwise(int status) throws IOException {
        for (Use write : List.<Use>of(
                sources -> sources.update(ACCESS, "7", "TSO1", Map.of("name", "Radio")),
                sources -> sources.create(ACCESS, "7", Map.of("name", "Radio")),
                sources -> sources.attach(ACCESS, "7", "TSO1", "TPN1"),
                sources -> sources.delete(ACCESS, "7", "TSO1"))) {
            try (RawCtm server = RawCtm.playing(answer(status, "{}"))) {
                CtmSources sources = new CtmSources(Clients.memory(server));
                assertThatExceptionOfType(CtmException.class).isThrownBy(() -> write.of(sources));
                assertThat(server.requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void aNumberIsAttachedAndASourceDeleted() throws IOException {
        assertThat(sent(sources -> sources.attach(ACCESS, "7", "TSO1", "TPN1"), DONE))
                .containsExactly("POST /accounts/7/sources/TSO1/numbers/TPN1/add HTTP/1.1 {}");
        assertThat(sent(sources -> sources.delete(ACCESS, "7", "TSO1"), answer(200, "")))
                .containsExactly("DELETE /accounts/7/sources/TSO1 HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{'status':'deleted'}", "{'status':'success','reason':null}"})
    void aDeletionIsDoneUnlessCtmSaysAnError(String word) throws IOException {
        assertThat(sent(sources -> sources.delete(ACCESS, "7", "TSO1"), answer(200, word.replace('\'', '"'))))
                .hasSize(1);
        assertThatExceptionOfType(CtmException.Rejected.class)
                .isThrownBy(() -> sent(
                        sources -> sources.delete(ACCESS, "7", "TSO1"),
                        answer(200, "{\"status\":\"error\",\"reason\":\"in use\"}")))
                .withMessage("in use");
    }

    @Test
    void sourcesAndTheirNumbersArePaged() throws IOException {
        Reply none = answer(200, "{}");

        assertThat(sent(sources -> sources.page(ACCESS, "7", 1, 100, "Radio & TV"), none))
                .containsExactly("GET /accounts/7/sources?page=1&per_page=100&name=Radio+%26+TV HTTP/1.1 ");
        assertThat(sent(sources -> sources.numbers(ACCESS, "7", "TSO1", 3, 50), none))
                .containsExactly("GET /accounts/7/sources/TSO1/numbers?page=3&per_page=50 HTTP/1.1 ");
    }
}
