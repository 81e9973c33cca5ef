package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class CallTest {
    private static final List<String> FIELDS = List.of(
            "id",
            "direction",
            "dial_status",
            "call_status",
            "status",
            "talk_time",
            "ring_time",
            "duration",
            "unix_time",
            "called_at",
            "caller_number_complete",
            "caller_number",
            "contact_number",
            "name",
            "cnam",
            "agent",
            "tag_list",
            "is_new_caller",
            "source",
            "source_sid",
            "source_id",
            "tracking_number");

    private static Call call(String json) {
        return new Call(Json.of(json));
    }

    @Test
    void aLongIdIsItsDigits() {
        assertThat(call("{'id': 3187264501}").id()).isEqualTo("3187264501");
        assertThat(call("{'id': '3187264501'}").id()).isEqualTo("3187264501");
    }

    @Test
    void whatIsMissingIsNull() {
        Call nothing = call("{}");

        assertThat(nothing.id()).isNull();
        assertThat(nothing.direction()).isNull();
        assertThat(nothing.startTime()).isNull();
        assertThat(nothing.localDay()).isNull();
        assertThat(nothing.duration()).isNull();
        assertThat(nothing.talkTime()).isNull();
        assertThat(nothing.ringTime()).isNull();
        assertThat(nothing.caller()).isNull();
        assertThat(nothing.callerName()).isNull();
        assertThat(nothing.agentName()).isNull();
        assertThat(nothing.tags()).isEmpty();
        assertThat(nothing.isNewCaller()).isNull();
        assertThat(nothing.status()).isEqualTo(CallStatus.UNKNOWN);
        assertThat(nothing.isPhoneCall()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'message_id':'MSG1'}", "{'message_body':'hi'}", "{'form':{}}", "{'chat_status':'open'}"})
    void withoutADirectionTheKeysTellATextAFormOrAChat(String activity) {
        assertThat(call(activity).isPhoneCall()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "inbound,true",
        "outbound,true",
        "msg_inbound,false",
        "msg_outbound,false",
        "form,false",
        "chat,false",
        "video,false"
    })
    void onlyInboundAndOutboundArePhoneCalls(String direction, boolean expected) {
        assertThat(call("{'direction': '" + direction + "'}").isPhoneCall()).isEqualTo(expected);
    }

    @Test
    void nullTimingsInTheMiddleOfACallStayNull() {
        Call ringing = call("{'duration': null, 'talk_time': null, 'ring_time': null, 'dial_status': 'ringing'}");

        assertThat(ringing.duration()).isNull();
        assertThat(ringing.talkTime()).isNull();
        assertThat(ringing.ringTime()).isNull();
        assertThat(ringing.status()).isEqualTo(CallStatus.IN_PROGRESS);
    }

    @Test
    void theStartIsUnixTimeInSeconds() {
        assertThat(call("{'unix_time': 1773754951}").startTime()).isEqualTo(Instant.parse("2026-03-17T13:42:31Z"));
        assertThat(call("{'unix_time': '1773754951'}").startTime()).isEqualTo(Instant.parse("2026-03-17T13:42:31Z"));
        assertThat(call("{'unix_time': 253402300799}").startTime()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "253402300800", "1773754951000", "9223372036854775807", "'soon'", "null"})
    void aStartThatIsNoMomentIsNull(String unixTime) {
        assertThat(call("{'unix_time': " + unixTime + "}").startTime()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-17 09:42 AM -04:00", "2026-03-17 11:59 PM", "2026-03-17"})
    void theLocalDayIsThatOfCalledAt(String calledAt) {
        assertThat(call("{'called_at': '" + calledAt + "'}").localDay()).isEqualTo("2026-03-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tuesday", "03/17/2026 09:42 AM", "2026-3-17", "2026-03-171", "1773754951"})
    void anotherCalledAtHasNoDay(String calledAt) {
        assertThat(call("{'called_at': '" + calledAt + "'}").localDay()).isNull();
    }

    @Test
    void theCallersNumberIsTheMostCompleteOne() {
        assertThat(call("{'contact_number': '3', 'caller_number': '2', 'caller_number_complete': '1'}")
                        .caller())
                .isEqualTo("1");
        assertThat(call("{'contact_number': '3', 'caller_number': '2'}").caller())
                .isEqualTo("2");
        assertThat(call("{'contact_number': '3', 'caller_number': ''}").caller())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+'", "''", "null", "'Anonymous'"})
    void anAnonymousCallerHasNoNumber(String number) {
        assertThat(call("{'caller_number': " + number + "}").caller()).isNull();
    }

    @Test
    void theCallersNameMayBeTheNetworks() {
        assertThat(call("{'name': 'Dana', 'cnam': 'WHITFIELD D'}").callerName()).isEqualTo("Dana");
        assertThat(call("{'name': ' ', 'cnam': 'WHITFIELD D'}").callerName()).isEqualTo("WHITFIELD D");
    }

    @Test
    void theAgentIsAnObjectWithAName() {
        assertThat(call("{'agent': {'id': 'USR1', 'name': 'Priya Nair'}}").agentName())
                .isEqualTo("Priya Nair");
        assertThat(call("{'agent': 'Priya Nair'}").agentName()).isNull();
        assertThat(call("{'agent': null}").agentName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Google Ads", "google ads", "TSO0A3E", "71502"})
    void aSourceIsKnownByItsNameAndIds(String source) {
        Call call = call("{'source': 'Google Ads', 'source_sid': 'TSO0A3E', 'source_id': 71502}");

        assertThat(call.isFromSource(source)).isTrue();
        assertThat(call.isFromSource(source + "x")).isFalse();
        assertThat(call("{}").isFromSource(source)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TPN20F", "88231", "+12025550143"})
    void aTrackerIsKnownByItsIdsAndNumber(String tracker) {
        Call call = call("{'tracking_number_sid': 'TPN20F', 'tracking_number_id': 88231,"
                + " 'tracking_number': '+12025550143'}");

        assertThat(call.isToTracker(tracker)).isTrue();
        assertThat(call.isToTracker(tracker + "0")).isFalse();
        assertThat(call("{}").isToTracker(tracker)).isFalse();
    }

    @Property(tries = 300)
    void noJsonMakesAnException(@ForAll("anyCalls") JsonNode json) {
        Call call = new Call(json);

        assertThat(call.status()).isNotNull();
        assertThatCode(() -> readAll(call)).doesNotThrowAnyException();
    }

    private static List<Object> readAll(Call call) {
        return List.of(
                call.isPhoneCall(),
                call.isFromSource("x"),
                call.isToTracker("x"),
                call.tags(),
                call.id() + call.direction() + call.caller() + call.callerName() + call.agentName() + call.localDay(),
                call.text("status") + call.startTime() + call.duration() + call.talkTime() + call.ringTime(),
                String.valueOf(call.isNewCaller()));
    }

    @Provide
    Arbitrary<JsonNode> anyCalls() {
        return AnyJson.objects(FIELDS);
    }
}
