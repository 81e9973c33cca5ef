package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The call list against the sandbox's 90 days. */
class CallsIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    @Test
    void thePagesHoldEveryCallOnceAndNothingElse() {
        Reply first = connected.get(CALLS + "?limit=100");
        long total = first.json().path("pagination").path("total_items").asLong();
        long pages = first.json().path("pagination").path("total_pages").asLong();

        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            connected.get(CALLS + "?limit=100&page=" + page).data().forEach(all::add);
        }

        assertThat(total).isGreaterThan(1000);
        assertThat(all).hasSize((int) total);
        assertThat(ids(all)).hasSize((int) total);
        assertThat(all)
                .allSatisfy(call -> assertThat(call.path("direction").asText()).isIn("inbound", "outbound"));
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode call) -> call.path("start_time").asText())
                        .reversed());
    }

    @Test
    void theDefaultsAreTwentyOfTheNewest() {
        Reply reply = connected.get(CALLS);

        assertThat(reply.data()).hasSize(20);
        assertThat(reply.json().path("pagination").path("current_page").asInt()).isEqualTo(1);
        assertThat(connected.get(CALLS + "?per_page=7").data()).hasSize(7);
        assertThat(connected.get(CALLS + "?page=10000&limit=1").data()).isEmpty();
    }

    @Test
    void ctmIsAskedWithThePlatformsConstants() {
        WORLD.control.forget();
        connected.get(
                CALLS + "?page=2&limit=5&start_date=2026-03-01&end_date=2026-03-09&direction=inbound&search=dental");

        JsonNode request = WORLD.control.seen("/calls/search").getFirst();
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("path").asText()).endsWith("/accounts/482913/calls/search.json");
        assertThat(request.path("body").asText())
                .contains("\"multi_sources_operator\":\"includes\"", "\"reported\":1", "\"with_time\":1")
                .contains("\"excluded\":0", "\"converted\":0", "\"form_entries\":0", "\"filter_visitor_data\":0")
                .contains("\"has_audio\":0", "\"stats\":\"off\"", "\"call_score_min\":0", "\"call_score_max\":5")
                .contains("\"exclude_fields\":\"transcription_text,chat_messages\"", "\"page\":2", "\"per_page\":5")
                .contains("\"start_date\":\"2026-03-01\"", "\"end_date\":\"2026-03-09\"", "\"search\":\"dental\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"honoured", "sloppy", "ignored"})
    void onlyAskedForStatusesAreReturnedAndAllOfThem(String filterOfCtm) {
        WORLD.control.settings("{\"call_status_filter\":\"%s\"}".formatted(filterOfCtm));
        List<JsonNode> everything = all("");
        long expected = everything.stream()
                .filter(call -> Set.of("answered", "no-answer").contains(status(call)))
                .count();

        Reply list = connected.get(CALLS + "?limit=100&call_status=answered,no-answer");
        Reply repeated = connected.get(CALLS + "?limit=100&call_status=answered&call_status=no-answer");
        Reply bracketed = connected.get(CALLS + "?limit=100&call_status%5B%5D=answered&call_status%5B%5D=no-answer");

        assertThat(list.json().path("pagination").path("total_items").asLong()).isEqualTo(expected);
        assertThat(list.data()).allSatisfy(call -> assertThat(status(call)).isIn("answered", "no-answer"));
        assertThat(repeated.json()).isEqualTo(list.json());
        assertThat(bracketed.json()).isEqualTo(list.json());
    }

    @Test
    void everyStatusOfTheContractOccurs() {
        Set<String> seen = new HashSet<>();
        all("").forEach(call -> seen.add(status(call)));

        assertThat(seen)
                .contains("answered", "no-answer", "busy", "failed", "canceled", "voicemail", "in-progress")
                .isSubsetOf(
                        "answered", "no-answer", "busy", "failed", "canceled", "voicemail", "in-progress", "unknown");
    }

    @Test
    void aCtmThatIgnoresTheDirectionIsFilteredHere() {
        long total = total("");
        WORLD.control.settings("{\"honours_direction\":false}");

        Reply page = connected.get(CALLS + "?limit=100");
        assertThat(page.json().path("pagination").path("total_items").asLong()).isEqualTo(total);
        assertThat(page.data())
                .allSatisfy(call -> assertThat(call.path("direction").asText()).isIn("inbound", "outbound"));
    }

    @Test
    void aCtmThatCountsNothingIsCountedHere() {
        long total = total("");
        WORLD.control.settings("{\"total_entries\":false}");

        assertThat(total("")).isEqualTo(total);
    }

    @Test
    void theDaysAddUpAcrossTheDaylightSavingChange() {
        long whole = total("&start_date=2026-03-06&end_date=2026-03-10");
        long sum = 0;
        for (int day = 6; day <= 10; day++) {
            sum += total("&start_date=2026-03-%02d&end_date=2026-03-%02d".formatted(day, day));
        }

        assertThat(whole).isPositive();
        assertThat(sum).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"name,asc", "name,desc", "duration,asc", "duration,desc", "date,asc"})
    void anyOrderHoldsTheSameCalls(String sort, String order) {
        String window = "&start_date=2026-03-01&end_date=2026-03-14";
        List<JsonNode> sorted = all(window + "&sort=" + sort + "&order=" + order);

        assertThat(ids(sorted)).isEqualTo(ids(all(window)));
        Comparator<JsonNode> by = switch (sort) {
            case "duration" ->
                Comparator.comparingLong(call -> call.path("duration").asLong());
            case "name" ->
                Comparator.comparing(call -> call.path("caller_name").asText().toLowerCase(Locale.ROOT));
            default -> Comparator.comparing(call -> call.path("start_time").asText());
        };
        String field = sort.equals("name") ? "caller_name" : sort.equals("date") ? "start_time" : sort;
        assertThat(sorted.stream().filter(call -> !call.path(field).isNull()))
                .isSortedAccordingTo(order.equals("asc") ? by : by.reversed());
    }

    @Test
    void aSourceIsFoundByNameAndById() {
        JsonNode call = connected.get(CALLS + "?limit=1").data().get(0);
        String name = call.path("source").asText();

        long byName = total("&source=" + name.replace(" ", "%20"));

        assertThat(byName).isPositive().isLessThan(total(""));
        assertThat(all("&source=" + name.replace(" ", "%20")))
                .allSatisfy(found -> assertThat(found.path("source").asText()).isEqualTo(name));
    }

    @Test
    void timingsAreNullWhileACallGoesOn() {
        WORLD.control.post("/accounts/482913/calls", "{\"call_status\":\"ringing\",\"name\":\"Ada Lovelace\"}");

        JsonNode call = connected.get(CALLS + "?search=Ada%20Lovelace").data().get(0);

        assertThat(status(call)).isEqualTo("in-progress");
        assertThat(call.path("duration").isNull()).isTrue();
        assertThat(call.path("talk_time").isNull()).isTrue();
    }

    @Test
    void beyondCtmsWindowIsAClearErrorAndNeverATruncation() {
        WORLD.control.post("/accounts/482916/calls/bulk", "{\"count\":13000,\"days\":60}");
        String calls = "/accounts/482916/calls";

        assertThat(connected.get(calls + "?page=100&limit=100").data()).hasSize(100);
        for (String beyond : List.of("?page=101&limit=100", "?sort=name", "?call_status=failed")) {
            Reply reply = connected.get(calls + beyond);
            assertThat(reply.status()).as(beyond).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
            assertThat(reply.json().path("message").asText()).contains("narrow");
        }
    }

    @Test
    void aWindowThatIsNotWholeIsReadAgain() {
        long total = total("&call_status=answered");
        endOnSecondPage(1);

        assertThat(total("&call_status=answered")).isEqualTo(total);
    }

    @Test
    void aWindowThatIsNeverWholeIsRefused() {
        endOnSecondPage(1000);

        Reply reply = connected.get(CALLS + "?call_status=answered");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(reply.json().path("message").asText())
                .isEqualTo("CallTrackingMetrics counts other activities than it gives: try again later");
    }

    /** CTM's cursor leads to nothing, though it counts more. */
    private static void endOnSecondPage(int times) {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":200,\"body\":{\"calls\":[],\"total_entries\":1500},\"every\":2,\"times\":%d}"
                        .formatted(times));
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        Reply reply = connected.get(CALLS + "?page=0&limit=101&start_date=2026-02-30&end_date=tomorrow"
                + "&call_status=answered,lost&sort=size&order=up&direction=sideways");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "page", "limit", "start_date", "end_date", "call_status", "sort", "order", "direction");
        assertThat(connected
                        .get(CALLS + "?start_date=2026-03-02&end_date=2026-03-01")
                        .status())
                .isEqualTo(400);
        assertThat(connected.get("/accounts/0x1/calls").code()).isEqualTo("INVALID_ID");
    }

    private long total(String filter) {
        return connected
                .get(CALLS + "?limit=1" + filter)
                .json()
                .path("pagination")
                .path("total_items")
                .asLong();
    }

    private List<JsonNode> all(String filter) {
        List<JsonNode> all = new ArrayList<>();
        Reply page;
        int number = 1;
        do {
            page = connected.get(CALLS + "?limit=100&page=" + number++ + filter);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.data().forEach(all::add);
        } while (number <= page.json().path("pagination").path("total_pages").asLong());
        return all;
    }

    private static Set<String> ids(List<JsonNode> calls) {
        Set<String> ids = new HashSet<>();
        calls.forEach(call -> ids.add(call.path("id").asText()));
        return ids;
    }

    private static String status(JsonNode call) {
        return call.path("call_status").asText();
    }
}
