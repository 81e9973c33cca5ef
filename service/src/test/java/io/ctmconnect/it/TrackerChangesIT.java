package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Trackers changed and deleted, by either kind of id, and shared sources protected. */
class TrackerChangesIT extends InSharedWorld {
    private static final String TRACKERS = "/accounts/482913/trackers/";

    private final Switchboard ctm = Switchboard.of(WORLD, "482913");
    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    private String number(String name) {
        return ctm.number(name).path("id").asText();
    }

    private String source(String name) {
        return ctm.source(name).path("id").asText();
    }

    private Reply put(String id, String body) {
        return connected.put(TRACKERS + id, body.replace('\'', '"'));
    }

    private static void fault(String fault) {
        WORLD.control.fault(fault.replace('\'', '"'));
    }

    /** Methods and bodies of the writes that CTM has seen. */
    private static List<String> writes() {
        return WORLD.control.seen("/accounts/482913").stream()
                .map(entry -> entry.path("method").asText())
                .filter(method -> !"GET".equals(method))
                .toList();
    }

    @Test
    void onlyTheFieldsGivenChange() {
        JsonNode before = ctm.source("Facebook Ads");

        Reply reply = put(number("Facebook Ads line"), "{'landing_url':'utm=fb','online':false}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data().at("/source/landing_url").asText()).isEqualTo("utm=fb");
        JsonNode now = ctm.source("Facebook Ads");
        assertThat(now.path("landing_url").asText()).isEqualTo("utm=fb");
        assertThat(now.path("online").asBoolean(true)).isFalse();
        for (String field : List.of("id", "name", "referring_url", "position", "description")) {
            assertThat(now.path(field)).isEqualTo(before.path(field));
        }
        assertThat(writes()).containsExactly("PATCH");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void aCtmThatDoesNotPatchIsSentAPut(int status) {
        WORLD.control.settings("{\"source_patch\":%d,\"source_put_answers_source\":false}".formatted(status));

        Reply reply = put(source("Radio"), "{'name':'Radio news','landing_url':''}");

        assertThat(reply.data().path("name").asText()).isEqualTo("Radio news");
        assertThat(writes()).containsExactly("PATCH", "PUT");
    }

    @Test
    void theAnswerIsTheTrackerAsALookShowsIt() {
        Reply reply = put(number("Facebook Ads line"), "{'name':'Meta','destination':'+14105550199'}");

        assertThat(reply.data())
                .isEqualTo(connected.get(TRACKERS + number("Facebook Ads line")).data());
        assertThat(reply.data().at("/source/name").asText()).isEqualTo("Meta");
        assertThat(reply.data().path("destination").asText()).isEqualTo("+14105550199");
    }

    @Test
    void aSourceSharedWithOtherNumbersIsNotChangedByANumbersId() {
        Switchboard.State before = ctm.state();

        Reply put = put(number("Ads landing page"), "{'name':'Mine'}");
        Reply delete = connected.delete(TRACKERS + number("Office menu"));

        assertThat(put.status()).isEqualTo(409);
        assertThat(put.code()).isEqualTo("TRACKER_SHARED_SOURCE");
        assertThat(put.json().path("message").asText()).contains("1 other number", source("Google Ads"));
        assertThat(delete.code()).isEqualTo("TRACKER_SHARED_SOURCE");
        assertThat(delete.json().path("message").asText()).contains("2 other numbers");
        assertThat(ctm.state()).isEqualTo(before);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aSourcesIdMeansTheSourceForAllItsNumbers() {
        String id = source("Google Ads");

        assertThat(put(id, "{'name':'Ads'}").data().path("name").asText()).isEqualTo("Ads");
        Reply deleted = connected.delete(TRACKERS + id);

        assertThat(deleted.data().toString())
                .isEqualTo("{\"id\":\"%s\",\"source_id\":\"%s\",\"deleted\":true}".formatted(id, id));
        assertThat(ctm.number("Ads landing page").path("source").isNull()).isTrue();
        assertThat(connected.get(TRACKERS + id).code()).isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void aNumberIsRoutedAloneWithoutTouchingItsSource() {
        assertThat(put(number("Ads landing page"), "{'destination':'4105550199'}")
                        .data()
                        .path("destination")
                        .asText())
                .isEqualTo("+14105550199");
        assertThat(put(number("Spare line"), "{'destination':'+14105550198'}")
                        .data()
                        .path("destination")
                        .asText())
                .isEqualTo("+14105550198");
        assertThat(put(source("Facebook Ads"), "{'destination':'+14105550197'}")
                        .data()
                        .path("destination")
                        .asText())
                .isEqualTo("+14105550197");
        assertThat(writes()).containsExactly("POST", "POST", "POST");
    }

    @ParameterizedTest
    @CsvSource({"Google Ads,TRACKER_SHARED_SOURCE", "Radio,CONFLICT"})
    void aSourceWithoutExactlyOneNumberIsNotRouted(String name, String code) {
        Switchboard.State before = ctm.state();

        Reply reply = put(source(name), "{'destination':'+14105550199','name':'New'}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(ctm.state()).isEqualTo(before);
    }

    @Test
    void aNumberWithoutSourceHasNothingToChangeOrDelete() {
        assertThat(put(number("Spare line"), "{'name':'x'}").code()).isEqualTo("CONFLICT");
        assertThat(connected.delete(TRACKERS + number("Spare line")).code()).isEqualTo("CONFLICT");
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "deleted", "ok"})
    void aTrackerIsDeletedWhateverCtmCallsIt(String word) {
        WORLD.control.settings("{\"source_delete_word\":\"%s\"}".formatted(word));
        String id = number("Facebook Ads line");
        String source = source("Facebook Ads");

        Reply reply = connected.delete(TRACKERS + id);

        assertThat(reply.data().path("id").asText()).isEqualTo(id);
        assertThat(reply.data().path("source_id").asText()).isEqualTo(source);
        assertThat(ctm.sources()).noneMatch(row -> source.equals(row.path("id").asText()));
        assertThat(ctm.numberById(id).path("source").isNull())
                .as("the number stays")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TPN0000,404,RECORD_NOT_FOUND",
        "TSO0000,404,RECORD_NOT_FOUND",
        "482913,400,INVALID_ID",
        "RPN1,400,INVALID_ID"
    })
    void anUnknownOrOddIdIsNamed(String id, int status, String code) {
        for (Reply reply : List.of(put(id, "{'name':'x'}"), connected.delete(TRACKERS + id))) {
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.code()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'name':''}", "{'destination':'12','online':7}", "", "[]"})
    void aBodyThatChangesNothingOrIsWrongIsRefused(String body) {
        Reply reply = put(source("Radio"), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(writes()).isEmpty();
    }

    @Test
    void ctmsRefusalIsPassedOn() {
        fault("{'kind':'status','code':406,'body':{'name':['is taken']},'match':{'method':'PATCH'}}");

        Reply reply = put(source("Radio"), "{'name':'x'}");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.json().path("message").asText()).isEqualTo("name is taken");
        assertThat(reply.json().has("stands")).isFalse();
    }

    @Test
    void whatWasDoneBeforeAFailureIsTold() {
        fault("{'kind':'error_200','reason':'not today','match':{'path':'/update_number'}}");

        Reply reply = put(number("Facebook Ads line"), "{'landing_url':'x','destination':'+14105550199'}");

        assertThat(reply.json().path("message").asText()).startsWith("not today; what stands: the source TSO");
        assertThat(reply.json().path("stands").findValuesAsText("state")).containsExactly("updated");
        assertThat(reply.json().at("/stands/0/id").asText()).isEqualTo(source("Facebook Ads"));
        assertThat(ctm.source("Facebook Ads").path("landing_url").asText()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'drop','match':{'method':'PATCH'}}",
                "{'kind':'status','code':500,'match':{'method':'PATCH'}}"
            })
    void aChangeThatIsNotAnsweredIsNotRepeatedAndTold(String fault) {
        fault(fault);

        Reply reply = put(source("Radio"), "{'landing_url':'x'}");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().path("stands").findValuesAsText("state")).containsExactly("unknown");
        assertThat(writes()).containsExactly("PATCH");
    }

    @Test
    void aDeletionThatIsNotAnsweredIsLookedAt() {
        fault("{'kind':'drop','after_work':true,'match':{'method':'DELETE'},'times':1}");
        assertThat(connected.delete(TRACKERS + source("Radio")).status()).isEqualTo(200);

        fault("{'kind':'drop','match':{'method':'DELETE'},'times':1}");
        Reply there = connected.delete(TRACKERS + source("Facebook Ads"));
        assertThat(there.status()).isEqualTo(502);
        assertThat(there.json().has("stands")).isFalse();

        String id = source("Bing Ads");
        fault("{'kind':'slow','delay_ms':0,'match':{'method':'GET'},'times':1}");
        fault("{'kind':'status','code':503,'match':{'method':'GET'}}");
        fault("{'kind':'drop','match':{'method':'DELETE'}}");
        Reply unknown = connected.delete(TRACKERS + id);
        WORLD.control.clearFaults();
        assertThat(unknown.status()).isEqualTo(502);
        assertThat(unknown.json().path("stands").findValuesAsText("state")).containsExactly("unknown");
        assertThat(writes()).containsExactly("DELETE", "DELETE", "DELETE");
    }
}
