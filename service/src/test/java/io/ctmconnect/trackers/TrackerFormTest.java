package io.ctmconnect.trackers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

class TrackerFormTest {
    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static TrackerForm created(String body) {
        return NewTracker.of(json(body), List.of()).form();
    }

    private static TrackerChangeForm changed(String body) {
        return TrackerChangeForm.of(json(body));
    }

    @Test
    void aNameIsEnough() {
        assertThat(created("{'name':' Radio '}").fields()).isEqualTo(Map.of("name", "Radio"));
    }

    @Test
    void everyFieldIsReadAndSentAsCtmWritesIt() {
        TrackerForm form = created("""
                {'name':'Radio','destination':'(410) 555-0177','phone_number':'4435550188','confirm_purchase':true,
                'description':'d','referring_url':'r','not_referrer_url':'nr','landing_url':'gclid=.+',
                'not_landing_url':'nl','crm_tag':'t','online':false,'position':3,'default_cost':1.5,'geo_mode':'off'}""");

        assertThat(form.destination()).isEqualTo("+14105550177");
        assertThat(form.phoneNumber()).isEqualTo("+14435550188");
        assertThat(form.fields())
                .isEqualTo(Map.ofEntries(
                        Map.entry("name", "Radio"),
                        Map.entry("description", "d"),
                        Map.entry("referring_url", "r"),
                        Map.entry("not_referrer_url", "nr"),
                        Map.entry("landing_url", "gclid=.+"),
                        Map.entry("not_landing_url", "nl"),
                        Map.entry("crm_tag", "t"),
                        Map.entry("online", "0"),
                        Map.entry("position", "3"),
                        Map.entry("default_cost", "1.5"),
                        Map.entry("geo_mode", "off")));
    }

    @Test
    void everyViolationIsNamedAtOnceTheKeysToo() {
        assertThat(violationsOf(() -> NewTracker.of(json("""
                        {'name':' ','destination':'555','number_id':'TSO1','phone_number':'12','position':-1,
                        'online':'maybe','default_cost':'cheap','geo_mode':'a b','description':7,'crm_tag':{}}"""), List.of(""))))
                .containsExactly(
                        "name must not be blank",
                        "destination must be a phone number: E.164, or a national number of the USA",
                        "number_id must be the id of a number (TPN...)",
                        "phone_number must be a phone number: E.164, or a national number of the USA",
                        "crm_tag must be a text of at most 1000 characters",
                        "online must be true or false",
                        "position must be a whole number from 0 to 1000000",
                        "default_cost must be a decimal number of at least 0",
                        "geo_mode must be a word",
                        "number_id must not be given together with phone_number",
                        "confirm_purchase must be true to buy a number",
                        "Idempotency-Key must be given once, with 1 to 255 printable ASCII characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name':'R','number_id':'TPN1','phone_number':'+14435550188','confirm_purchase':true}"
                        + "|number_id must not be given together with phone_number",
                "{'name':'R','phone_number':'+14435550188'}|confirm_purchase must be true to buy a number",
                "{'name':'R','phone_number':'+14435550188','confirm_purchase':false}"
                        + "|confirm_purchase must be true to buy a number",
                "{}|name must not be blank",
                "{'name':['a','b']}|name must be given once"
            })
    void whatDoesNotFitTogetherIsRefused(String body, String violation) {
        assertThat(violationsOf(() -> created(body))).contains(violation);
    }

    @Test
    void noBodyIsNoForm() {
        assertThat(violationsOf(() -> NewTracker.of(null, null))).containsExactly("body must be a JSON object");
        assertThat(violationsOf(() -> NewTracker.of(json("[]"), null))).containsExactly("body must be a JSON object");
    }

    @Test
    void onlyWhatIsGivenChanges() {
        assertThat(changed("{'landing_url':'x'}").fields()).isEqualTo(Map.of("landing_url", "x"));
        assertThat(changed("{'name':'R','online':true}").fields()).isEqualTo(Map.of("name", "R", "online", "1"));
        assertThat(changed("{'destination':'+14105550177'}").fields()).isEmpty();
        assertThat(changed("{'name':null,'crm_tag':'t'}").fields()).isEqualTo(Map.of("crm_tag", "t"));
    }

    @Test
    void anEmptyTextTakesTheOldOneAwayButNotTheName() {
        assertThat(changed("{'landing_url':''}").fields()).isEqualTo(Map.of("landing_url", ""));
        assertThat(violationsOf(() -> changed("{'name':''}"))).containsExactly("name must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'name':null}", "{'unknown':1}", "{'destination':''}", "{'position':null}"})
    void nothingToChangeIsRefused(String body) {
        assertThat(violationsOf(() -> changed(body))).containsExactly("body must name at least one field to change");
    }
}
