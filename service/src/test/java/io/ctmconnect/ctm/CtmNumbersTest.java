package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import static io.ctmconnect.ctm.RawCtm.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmNumbersTest {
    private static final CtmAccess ACCESS = new CtmAccess("c", Clients.KEYS);
    private static final String NUMBER = """
            {'id':'TPN20F0','name':'Ads landing page','active':true,'status':'active','account_id':'482913',
            'source':{'id':'TSO0A3','name':'Google Ads'},'number':'+12025550143','formatted':'(202) 555-0143',
            'route_to':{'type':'receiving_number','multi':true,'mode':'simultaneous','dial':[
              {'id':'RPN1','name':'Front desk','number':'+14105550177'},{'id':'RPN2','number':'+14105550178'}]}}""";

    private static <T> T with(int status, String body, Function<CtmNumbers, T> use) throws IOException {
        try (RawCtm server = RawCtm.playing(answer(status, body.replace('\'', '"')))) {
            return use.apply(new CtmNumbers(Clients.memory(server)));
        }
    }

    /** The request line and the body that a use sends. */
    private static List<String> sent(String answer, Consumer<CtmNumbers> use) throws IOException {
        try (RawCtm server = RawCtm.playing(answer(200, answer.replace('\'', '"')))) {
            use.accept(new CtmNumbers(Clients.memory(server)));
            String line = server.heads().getFirst().lines().findFirst().orElseThrow();
            return List.of(line, server.bodies().getFirst().replace('"', '\''));
        }
    }

    @Test
    void aNumberIsReadWithItsSourceAndRouting() throws IOException {
        CtmNumber number = with(200, NUMBER, numbers -> numbers.get(ACCESS, "7", "TPN20F0"));

        assertThat(number)
                .isEqualTo(new CtmNumber(
                        "TPN20F0",
                        "Ads landing page",
                        "+12025550143",
                        "(202) 555-0143",
                        true,
                        "TSO0A3",
                        "Google Ads",
                        new CtmRoute(
                                "receiving_number",
                                "simultaneous",
                                List.of(
                                        new CtmRoute.Target("RPN1", "Front desk", "+14105550177"),
                                        new CtmRoute.Target("RPN2", null, "+14105550178")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'status':'success','number':%s}", "%s"})
    void aNumberIsWrappedAfterAWrite(String form) throws IOException {
        String answer = form.formatted(NUMBER);

        assertThat(with(200, answer, numbers -> numbers.buy(ACCESS, "7", "+12025550143"))
                        .id())
                .isEqualTo("TPN20F0");
        assertThat(sent(answer, numbers -> numbers.buy(ACCESS, "7", "+12025550143")))
                .containsExactly("POST /accounts/7/numbers HTTP/1.1", "{'phone_number':'+12025550143'}");
    }

    @Test
    void aMenuIsDialledAsAnObject() {
        CtmNumber number = CtmNumber.of(
                        Json.of("{'id':'TPN1','route_to':{'type':'voice_menu','dial':{'id':'VOM1','name':'Menu'}}}"))
                .orElseThrow();

        assertThat(number.route())
                .isEqualTo(new CtmRoute("voice_menu", null, List.of(new CtmRoute.Target("VOM1", "Menu", null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'id':'TPN1'}", "{'id':'TPN1','source':null,'route_to':null}", "{'id':'TPN1','route_to':{}}"})
    void whatCtmLeavesOutIsNull(String json) {
        assertThat(CtmNumber.of(Json.of(json)).orElseThrow())
                .isEqualTo(new CtmNumber("TPN1", null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':'../x'}", "{'id':'a b'}", "{'id':{}}"})
    void whatHasNoIdIsNoNumber(String json) {
        assertThat(CtmNumber.of(Json.of(json))).isEmpty();
    }

    @Test
    void aPurchaseThatNamesNoNumberIsNoAnswer() {
        assertThatExceptionOfType(CtmException.Unavailable.class)
                .isThrownBy(
                        () -> with(200, "{'status':'success'}", numbers -> numbers.buy(ACCESS, "7", "+12025550143")));
    }

    @Test
    void numbersArePagedAndFoundByNumber() throws IOException {
        assertThat(sent("{'numbers':[]}", numbers -> numbers.page(ACCESS, "7", 2, 100, null)))
                .first()
                .isEqualTo("GET /accounts/7/numbers?page=2&per_page=100 HTTP/1.1");
        assertThat(sent("{'numbers':[]}", numbers -> numbers.page(ACCESS, "7", 1, 100, "+12025550143")))
                .first()
                .isEqualTo("GET /accounts/7/numbers?page=1&per_page=100&number=%2B12025550143 HTTP/1.1");
    }

    @Test
    void aNumberIsRoutedAndReleased() throws IOException {
        assertThat(sent(
                        "{'status':'success'}",
                        numbers -> numbers.route(ACCESS, "7", "TPN1", RouteOrder.to("+14105550177", "US"))))
                .containsExactly(
                        "POST /accounts/7/numbers/TPN1/update_number HTTP/1.1",
                        "{'dial_route':'number','numbers':['+14105550177'],'country_codes':['US']}");
        assertThat(sent("", numbers -> numbers.release(ACCESS, "7", "TPN1")))
                .containsExactly("DELETE /accounts/7/numbers/TPN1 HTTP/1.1", "");
    }

    @Test
    void numbersOnOfferAreReadUnderBothKeys() throws IOException {
        String row = "{'friendly_name':'(443) 555-0188','region':'MD','postal_code':'21401','iso_country':'US',"
                + "'capabilities':{'voice':true,'SMS':true,'MMS':false},'phone_number':'+14435550188',"
                + "'number_type':'local','ratecenter':'Annapolis'}";
        NumberOffer offer = new NumberOffer(
                "+14435550188",
                "(443) 555-0188",
                "local",
                "US",
                "MD",
                "Annapolis",
                "21401",
                new NumberOffer.Capabilities(true, true, false));

        for (String key : List.of("numbers", "results")) {
            String answer = "{'" + key + "':[" + row + ",{}],'error':[],'status':'success'}";
            List<NumberOffer> offers =
                    with(200, answer, numbers -> numbers.search(ACCESS, "7", new NumberSearch("US", "443", false)));
            assertThat(offers).containsExactly(offer);
        }
        assertThat(sent("{'numbers':[]}", numbers -> numbers.search(ACCESS, "7", new NumberSearch("US", "443", false))))
                .first()
                .isEqualTo("GET /accounts/7/numbers/search?country=US&searchby=area&areacode=443 HTTP/1.1");
        assertThat(sent("{'numbers':[]}", numbers -> numbers.search(ACCESS, "7", new NumberSearch("CA", null, true))))
                .first()
                .isEqualTo("GET /accounts/7/numbers/search?country=CA&searchby=tollfree HTTP/1.1");
    }
}
