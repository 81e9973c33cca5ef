package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Trackers created: attached, routed, bought. What happens when a step fails is in {@link TrackerCreationFailsIT}. */
class TrackerCreationIT extends InSharedWorld {
    private static final String TRACKERS = "/accounts/482913/trackers";

    private final Switchboard ctm = Switchboard.of(WORLD, "482913");
    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    private JsonNode created(String body) {
        Reply reply = connected.post(TRACKERS, body.replace('\'', '"'));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data();
    }

    private Reply refused(String body) {
        Switchboard.State before = ctm.state();
        Reply reply = connected.post(TRACKERS, body.replace('\'', '"'));
        assertThat(ctm.state()).isEqualTo(before);
        return reply;
    }

    /** The writes that CTM has seen, as method and last part of the path. */
    private static List<String> writes() {
        return WORLD.control.seen("/accounts/482913").stream()
                .filter(entry -> !"GET".equals(entry.path("method").asText()))
                .map(entry -> entry.path("method").asText() + " "
                        + entry.path("path").asText().replaceAll(".*/", ""))
                .toList();
    }

    @Test
    void aSourceAloneIsCreatedWithItsFields() {
        JsonNode tracker = created("""
                {'name':'Spring flyer','landing_url':'utm=flyer','referring_url':'flyer.example','online':false,
                'position':4,'crm_tag':'flyer','destination':'+14105550177'}""");

        JsonNode source = ctm.source("Spring flyer");
        assertThat(tracker.path("id")).isEqualTo(source.path("id"));
        assertThat(tracker.path("number").isNull()).isTrue();
        assertThat(tracker.at("/source/landing_url").asText()).isEqualTo("utm=flyer");
        assertThat(source.path("referring_url").asText()).isEqualTo("flyer.example");
        assertThat(source.path("online").asBoolean(true)).isFalse();
        assertThat(source.path("position").asInt()).isEqualTo(4);
        assertThat(source.path("crm_tag").asText()).isEqualTo("flyer");
        assertThat(tracker.path("warnings").path(0).asText()).contains("destination was not used");
        assertThat(writes()).containsExactly("POST sources");
    }

    @Test
    void aNumberIsAttachedAndRouted() {
        JsonNode number = ctm.number("Ads landing page");

        JsonNode tracker = created("{'name':'Spring','number_id':'%s','destination':'(410) 555-0199'}"
                .formatted(number.path("id").asText()));

        JsonNode now = ctm.numberById(number.path("id").asText());
        assertThat(now.at("/source/name").asText()).isEqualTo("Spring");
        assertThat(now.at("/route_to/dial")).hasSize(1);
        assertThat(now.at("/route_to/dial/0/number").asText()).isEqualTo("+14105550199");
        assertThat(tracker.path("id")).isEqualTo(number.path("id"));
        assertThat(tracker.path("source_id")).isEqualTo(now.at("/source/id"));
        assertThat(tracker.path("destination").asText()).isEqualTo("+14105550199");
        assertThat(tracker.path("warnings")).isEmpty();
        assertThat(writes()).containsExactly("POST sources", "POST add", "POST update_number");
    }

    @Test
    void withoutDestinationTheNumberKeepsItsRoute() {
        JsonNode number = ctm.number("Office menu");

        created("{'name':'Spring','number_id':'%s'}".formatted(number.path("id").asText()));

        JsonNode now = ctm.numberById(number.path("id").asText());
        assertThat(now.path("route_to")).isEqualTo(number.path("route_to"));
        assertThat(now.at("/source/name").asText()).isEqualTo("Spring");
    }

    @Test
    void aNumberIsBoughtAttachedAndRouted() {
        String phone = ctm.offer();

        JsonNode tracker = created("""
                {'name':'Spring','phone_number':'%s','confirm_purchase':true,'destination':'+14105550199'}""".formatted(phone));

        assertThat(tracker.path("number").asText()).isEqualTo(phone);
        assertThat(tracker.path("destination").asText()).isEqualTo("+14105550199");
        assertThat(tracker.at("/source/name").asText()).isEqualTo("Spring");
        JsonNode now = ctm.numberById(tracker.path("id").asText());
        assertThat(now.at("/source/id")).isEqualTo(tracker.path("source_id"));
        assertThat(writes()).containsExactly("POST numbers", "POST sources", "POST add", "POST update_number");
        assertThat(connected.get(TRACKERS).json().at("/pagination/total_items").asInt())
                .isEqualTo(12);
    }

    @Test
    void theAnswerIsTheTrackerAsALookShowsIt() {
        JsonNode tracker = created("{'name':'Spring','number_id':'%s'}"
                .formatted(ctm.number("Spare line").path("id").asText()));

        JsonNode looked =
                connected.get(TRACKERS + "/" + tracker.path("id").asText()).data();

        assertThat(tracker.properties()).containsAll(looked.properties());
        assertThat(tracker.size()).isEqualTo(looked.size() + 1);
    }

    @Test
    void whatIsDoneIsAnsweredAlsoWhenTheLookAfterItFails() {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":500,\"match\":{\"method\":\"GET\",\"path\":\"/sources/TSO\"}}");

        JsonNode tracker = created("{'name':'Spring','number_id':'%s','destination':'+14105550199'}"
                .formatted(ctm.number("Spare line").path("id").asText()));

        assertThat(tracker.path("warnings").path(0).asText()).contains("could not be asked");
        assertThat(tracker.at("/source/name").asText()).isEqualTo("Spring");
        assertThat(tracker.path("destination").asText()).isEqualTo("+14105550199");
        assertThat(ctm.number("Spare line").at("/source/name").asText()).isEqualTo("Spring");
    }

    @Test
    void everyViolationIsNamedAtOnceAndNothingIsDone() {
        Reply reply = refused("{'destination':'12','number_id':'x','phone_number':'y','online':3}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field"))
                .containsExactly(
                        "name", "destination", "number_id", "phone_number", "online", "number_id", "confirm_purchase");
        assertThat(refused("").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused("{").code()).isEqualTo("MALFORMED_JSON");
        assertThat(writes()).isEmpty();
    }

    @Test
    void anUnknownNumberIsAViolation() {
        Reply reply = refused("{'name':'Spring','number_id':'TPN0000'}");

        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("number_id");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aNumberThatIsTheAccountsIsNotBoughtAgain() {
        Reply reply = refused("{'name':'Spring','phone_number':'%s','confirm_purchase':true}"
                .formatted(ctm.number("Spare line").path("number").asText()));

        assertThat(reply.code()).isEqualTo("CONFLICT");
        assertThat(reply.json().path("message").asText()).contains("number_id TPN");
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {406, 400, 200})
    void aRefusedPurchaseIsPassedOnWithItsReason(int status) {
        WORLD.control.settings("{\"has_funds\":false,\"refused_purchase\":%d}".formatted(status));

        Reply reply = refused("{'name':'Spring','phone_number':'%s','confirm_purchase':true}".formatted(ctm.offer()));

        assertThat(reply.status()).isEqualTo(status == 200 ? 400 : status);
        assertThat(reply.code()).isEqualTo("CTM_REJECTED");
        assertThat(reply.json().path("message").asText()).isEqualTo("insufficient funds");
        assertThat(reply.json().has("stands")).isFalse();
        assertThat(writes()).containsExactly("POST numbers");
    }
}
