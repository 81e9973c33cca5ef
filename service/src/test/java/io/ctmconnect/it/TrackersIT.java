package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Trackers listed and looked at, against the sandbox. */
class TrackersIT extends InSharedWorld {
    private static final String TRACKERS = "/accounts/482913/trackers";

    private final Switchboard ctm = Switchboard.of(WORLD, "482913");
    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    private static List<String> ids(Reply reply) {
        return reply.data().valueStream().map(row -> row.path("id").asText()).toList();
    }

    private JsonNode get(String id) {
        Reply reply = connected.get(TRACKERS + "/" + id);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data();
    }

    @Test
    void everyNumberIsATrackerWithItsSourceAndDestination() {
        Reply list = connected.get(TRACKERS);

        List<JsonNode> numbers = ctm.numbers();
        assertThat(ids(list))
                .containsExactlyElementsOf(numbers.stream()
                        .map(number -> number.path("id").asText())
                        .toList());
        for (int i = 0; i < numbers.size(); i++) {
            JsonNode number = numbers.get(i);
            JsonNode tracker = list.data().path(i);
            assertThat(tracker.path("source_id")).isEqualTo(orNull(number.at("/source/id")));
            assertThat(tracker.path("name")).isEqualTo(number.path("name"));
            assertThat(tracker.path("number")).isEqualTo(number.path("number"));
            assertThat(tracker.path("formatted_number")).isEqualTo(number.path("formatted"));
            assertThat(tracker.path("type").asText()).isEqualTo("source");
            assertThat(tracker.path("destination")).isEqualTo(orNull(number.at("/route_to/dial/0/number")));
            assertThat(tracker.path("active")).isEqualTo(number.path("active"));
        }
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"total_entries\":false}",
                "{\"next_page\":\"url\"}",
                "{\"next_page\":\"null\",\"total_entries\":false}"
            })
    void thePagesHoldEveryTrackerOnce(String settings) {
        WORLD.control.settings(settings);
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            Reply reply = connected.get(TRACKERS + "?limit=3&page=" + page);
            paged.addAll(ids(reply));
            assertThat(reply.json().path("pagination").toString())
                    .isEqualTo("{\"current_page\":%d,\"total_pages\":4,\"total_items\":11}".formatted(page));
        }

        assertThat(paged).isEqualTo(ids(connected.get(TRACKERS))).hasSize(11);
        assertThat(connected.get(TRACKERS + "?per_page=3&page=9").data()).isEmpty();
    }

    @Test
    void aSearchGoesOverNamesSourcesAndDigits() {
        JsonNode spare = ctm.number("Spare line");
        String digits = spare.path("number").asText().substring(5);

        assertThat(ids(connected.get(TRACKERS + "?search=spare")))
                .containsExactly(spare.path("id").asText());
        assertThat(ids(connected.get(TRACKERS + "?search=" + digits)))
                .contains(spare.path("id").asText());
        assertThat(connected.get(TRACKERS + "?search=google%20ads").data()).hasSizeGreaterThanOrEqualTo(2);
        Reply second = connected.get(TRACKERS + "?search=line&limit=1&page=2");
        assertThat(second.data()).hasSize(1);
        assertThat(second.json().at("/pagination/total_items").asInt()).isGreaterThan(2);
        assertThat(connected.get(TRACKERS + "?search=nothing").data()).isEmpty();
    }

    @Test
    void aTrackerIsShownByItsNumbersId() {
        JsonNode number = ctm.number("Ads landing page");

        JsonNode tracker = get(number.path("id").asText());

        assertThat(tracker.path("id")).isEqualTo(number.path("id"));
        assertThat(tracker.path("number")).isEqualTo(number.path("number"));
        assertThat(tracker.at("/routing/type").asText()).isEqualTo("receiving_number");
        assertThat(tracker.at("/routing/mode").asText()).isEqualTo("simultaneous");
        assertThat(tracker.at("/routing/destinations/0/name").asText()).isEqualTo("Front desk");
        assertThat(tracker.at("/source/id")).isEqualTo(number.at("/source/id"));
        assertThat(tracker.at("/source/landing_url").asText()).isEqualTo("gclid=.+");
        assertThat(tracker.at("/source/online").isBoolean()).isTrue();
        assertThat(tracker.path("numbers")).hasSize(2);
    }

    @Test
    void aSourceWithOneNumberIsThatNumber() {
        String number = ctm.number("Facebook Ads line").path("id").asText();
        String source = ctm.source("Facebook Ads").path("id").asText();

        assertThat(get(source)).isEqualTo(get(number));
        assertThat(get(source).path("id").asText()).isEqualTo(number);
    }

    @Test
    void aSourceWithNoneOrSeveralHasItsOwnId() {
        for (String name : List.of("Radio", "Google Ads")) {
            String source = ctm.source(name).path("id").asText();

            JsonNode tracker = get(source);

            assertThat(tracker.path("id").asText()).isEqualTo(source);
            assertThat(tracker.path("source_id").asText()).isEqualTo(source);
            assertThat(tracker.path("name").asText()).isEqualTo(name);
            assertThat(tracker.path("number").isNull()).isTrue();
            assertThat(tracker.path("routing").isNull()).isTrue();
            assertThat(tracker.path("numbers")).hasSize(name.equals("Radio") ? 0 : 2);
        }
    }

    @Test
    void aNumberNeedHaveNoSourceAndNoTelephone() {
        JsonNode spare = get(ctm.number("Spare line").path("id").asText());
        assertThat(spare.path("source_id").isNull()).isTrue();
        assertThat(spare.path("source").isNull()).isTrue();

        JsonNode menu = get(ctm.number("Office menu").path("id").asText());
        assertThat(menu.path("destination").isNull()).isTrue();
        assertThat(menu.at("/routing/type").asText()).isEqualTo("voice_menu");
        assertThat(menu.at("/routing/destinations/0/name").asText()).isEqualTo("Main menu");

        assertThat(get(ctm.number("Old flyer").path("id").asText())
                        .path("active")
                        .asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TPN0000,404,RECORD_NOT_FOUND",
        "TSO0000,404,RECORD_NOT_FOUND",
        "482913,400,INVALID_ID",
        "RPN20F0,400,INVALID_ID",
        "TPN1%2F..,400,INVALID_ID"
    })
    void anUnknownOrOddIdIsNamed(String id, int status, String code) {
        Reply reply = connected.get(TRACKERS + "/" + id);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void anotherAccountsTrackerIsNotFound() {
        String foreign =
                Switchboard.of(WORLD, "482914").number("Spare line").path("id").asText();

        assertThat(connected.get(TRACKERS + "/" + foreign).code()).isEqualTo("RECORD_NOT_FOUND");
        assertThat(connected.get("/accounts/nonsense/trackers").code()).isEqualTo("INVALID_ID");
        assertThat(connected.get("/accounts/517330/trackers").code()).isEqualTo("CTM_REJECTED");
        assertThat(connected.get(TRACKERS + "?page=0&limit=0").json().path("errors"))
                .hasSize(2);
    }
}
