package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteOrderTest {
    private static CtmRoute route(String json) {
        return CtmRoute.of(Json.of(json)).orElseThrow();
    }

    @Test
    void receivingNumbersAreDialledAgainByTheirIds() {
        RouteOrder back = RouteOrder.backTo(
                        route("{'type':'receiving_number','dial':[{'id':'RPN1'},{'id':'RPN2','number':'+1'}]}"))
                .orElseThrow();

        assertThat(back.json()).isEqualTo(Json.of("{'dial_route':'number','numbers_id':['RPN1','RPN2']}"));
    }

    @ParameterizedTest
    @CsvSource({
        "voice_menu,voice_menu,voice_menu_id",
        "geo_config,geo_config,geo_config_id",
        "call_queue,call_queue,call_queue_id",
        "queue,call_queue,call_queue_id",
        "call_agent,call_agent,user_id"
    })
    void aMenuOrTheLikeIsDialledAgain(String type, String dialRoute, String field) {
        RouteOrder back = RouteOrder.backTo(route("{'type':'" + type + "','dial':{'id':'X1','name':'n'}}"))
                .orElseThrow();

        assertThat(back.json()).isEqualTo(Json.of("{'dial_route':'" + dialRoute + "','" + field + "':'X1'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'receiving_number','dial':[]}",
                "{'type':'receiving_number','dial':[{'id':'RPN1'},{'number':'+1'}]}",
                "{'type':'smart_router','dial':{'id':'RTT1'}}",
                "{'dial':{'id':'RTT1'}}",
                "{'type':'voice_menu'}"
            })
    void whatCannotBeSaidIsNotGuessed(String json) {
        assertThat(RouteOrder.backTo(route(json))).isEmpty();
    }

    @Test
    void theDestinationIsTheFirstReceivingNumber() {
        assertThat(route("{'type':'receiving_number','dial':[{'id':'a'},{'number':'+14105550177'},{'number':'+1'}]}")
                        .destination())
                .isEqualTo("+14105550177");
        assertThat(route("{'type':'voice_menu','dial':{'id':'VOM1','name':'n'}}")
                        .destination())
                .isNull();
        assertThat(CtmRoute.of(Json.of("{}"))).isEmpty();
    }
}
