package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One call in full, against the sandbox. */
class CallDetailIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    private static String place(String fields) {
        return WORLD.control.post(CALLS, fields).path("id").asText();
    }

    private Reply detail(String id) {
        return connected.get(CALLS + "/" + id);
    }

    @Test
    void everyCallIsShownAsInTheListAndWithMore() {
        for (JsonNode row : connected.get(CALLS + "?limit=30").data()) {
            JsonNode call = detail(row.path("id").asText()).data();

            assertThat(call.properties()).containsAll(row.properties());
            assertThat(call.size()).isGreaterThan(row.size());
        }
    }

    @Test
    void whatCtmSaysOfACallIsShown() {
        JsonNode call = detail(place("""
                {"call_status":"answered","email":"dana@example.com","street":"12 Elm St","postal_code":"21401",
                "country":"US","business_label":"Front desk","hold_time":3,"wait_time":6120,"notes":"call back",
                "summary":"booked","transcription_text":"Priya: hello","location":"https://northwind.example/implants",
                "sale":{"name":"Priya Nair","score":4,"conversion":true,"value":"125.0","sale_date":"2026-03-17"},
                "custom_fields":{"call_outcome":"Scheduled","rooms":2},"first_touch":"Google Ads",
                "call_path":[{"route_name":"Front desk","route_type":"Queue"}],"webvisit":{"mobile":"0"}}
                """)).data();

        assertThat(call.path("email").asText()).isEqualTo("dana@example.com");
        assertThat(call.path("postal_code").asText()).isEqualTo("21401");
        assertThat(call.path("hold_time").asInt()).isEqualTo(3);
        assertThat(call.path("wait_time").asInt()).isEqualTo(6);
        assertThat(call.path("notes").asText()).isEqualTo("call back");
        assertThat(call.path("transcript").asText()).isEqualTo("Priya: hello");
        assertThat(call.path("location").asText()).isEqualTo("https://northwind.example/implants");
        assertThat(call.at("/sale/score").asInt()).isEqualTo(4);
        assertThat(call.at("/sale/sale_date").asText()).isEqualTo("2026-03-17");
        assertThat(call.at("/custom_fields/call_outcome").asText()).isEqualTo("Scheduled");
        assertThat(call.at("/custom_fields/rooms").asInt()).isEqualTo(2);
        assertThat(call.at("/call_path/0/route_name").asText()).isEqualTo("Front desk");
        assertThat(call.at("/web_visit/mobile").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_inbound", "msg_outbound", "form", "chat"})
    void whatIsNoCallIsNotFound(String direction) {
        Reply reply = detail(place("{\"direction\":\"%s\"}".formatted(direction)));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"999,404,NOT_FOUND", "abc,400,INVALID_ID", "CA5f0e1d2c,400,INVALID_ID", "0,400,INVALID_ID"})
    void anUnknownOrOddIdIsNamed(String id, int status, String code) {
        Reply reply = detail(id);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(connected.get(CALLS + "/" + id + "?x=1").code()).isEqualTo(code);
    }
}
