package io.ctmconnect.calls;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.Json;
import io.ctmconnect.ctm.Samples;
import org.junit.jupiter.api.Test;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

class CallViewTest {
    private static final CallLinks LINKS =
            new CallLinks(URI.create("https://connect.example/base"), "65f0a1b2c3d4e5f60718a0aa", "482913");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** As the platform sees it, but for the recording, which depends on where the call is shown. */
    private static ObjectNode shown(Call call) {
        ObjectNode json = MAPPER.valueToTree(CallView.of(call, LINKS));
        assertThat(json.has("recording_url")).isTrue();
        json.remove("recording_url");
        return json;
    }

    private static void assertShown(Call call, String expected) {
        assertThat(shown(call).toPrettyString()).isEqualTo(Json.of(expected).toPrettyString());
    }

    @Test
    void aCallIsShownAsTheContractSays() {
        assertShown(Samples.call(), """
                {'id':'3187264501','caller':'+14105550129','caller_name':'Dana Whitfield',
                'tracking_number':'+12025550143','tracking_label':'Ads landing page','duration':214,'talk_time':196,
                'ring_time':18,'call_status':'answered','direction':'inbound','start_time':'2026-03-17T13:42:31Z',
                'source':'Google Ads','medium':'cpc','campaign':'Implants MD','keyword':'dental implants',
                'city':'Annapolis','state':'MD','is_new_caller':true,'agent':'Priya Nair','tags':['new patient']}
                """);
    }

    @Test
    void whatCtmDoesNotSayIsNullNotAbsent() {
        assertShown(new Call(Json.of("{'id': 1, 'direction': 'inbound', 'dial_status': 'ringing'}")), """
                {'id':'1','caller':null,'caller_name':null,'tracking_number':null,'tracking_label':null,'duration':null,
                'talk_time':null,'ring_time':null,'call_status':'in-progress','direction':'inbound','start_time':null,
                'source':null,'medium':null,'campaign':null,'keyword':null,'city':null,'state':null,
                'is_new_caller':null,'agent':null,'tags':[]}
                """);
    }

    @Test
    void aRecordingIsLinkedWhereThereIsOne() {
        assertThat(CallView.of(Samples.call(), LINKS).recordingUrl())
                .isEqualTo("https://connect.example/base/v1/e/calltrackingmetrics/65f0a1b2c3d4e5f60718a0aa"
                        + "/accounts/482913/calls/3187264501/recording");
        assertThat(CallView.of(Samples.callWith("{'audio':null}"), LINKS).recordingUrl())
                .isNull();
    }

    @Test
    void aMissedCallHasNoAgent() {
        ObjectNode missed = shown(new Call(Samples.missed()));

        assertThat(missed.path("call_status").asText()).isEqualTo("no-answer");
        assertThat(missed.path("talk_time").asInt(-1)).isZero();
        assertThat(missed.path("agent").isNull()).isTrue();
    }
}
