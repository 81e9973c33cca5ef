package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The summary and the chart against the sandbox's 90 days. */
class CallReportsIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls";
    private static final int WINDOWS = 200;
    private static final List<String> FILTERS = List.of(
            "",
            "&direction=inbound",
            "&direction=outbound",
            "&call_status=answered",
            "&call_status=no-answer,failed",
            "&source=Google%20Ads",
            "&search=a",
            "&direction=inbound&call_status=canceled");

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    @Test
    void listSummaryAndChartAgree() {
        Random random = new Random(20_260_331);
        long counted = 0;
        for (int i = 0; i < WINDOWS; i++) {
            int length = i % 20 == 0 ? 90 : 1 + random.nextInt(10);
            LocalDate start = World.TODAY.minusDays(89).plusDays(random.nextInt(91 - length));
            String window = "start_date=" + start + "&end_date=" + start.plusDays(length - 1L);
            String filter = window + FILTERS.get(random.nextInt(FILTERS.size()));
            String interval = List.of("day", "week", "month", length > 62 ? "day" : "hour")
                    .get(random.nextInt(4));

            JsonNode summary = data("/summary?" + filter);
            JsonNode chart = data("/chart?" + filter + "&interval=" + interval);

            long total = total(filter);
            assertThat(summary.path("total_calls").asLong()).as(filter).isEqualTo(total);
            assertThat(sum(chart, "total_calls")).as(filter + interval).isEqualTo(total);
            for (String field : List.of("answered_calls", "missed_calls", "total_duration")) {
                assertThat(sum(chart, field))
                        .as(filter + field)
                        .isEqualTo(summary.path(field).asLong());
            }
            assertThat(sum(summary.path("by_source"), "total_calls")).isEqualTo(total);
            assertThat(summary.path("complete").asBoolean()).isTrue();
            assertThat(chart.path("complete").asBoolean()).isTrue();
            counted += total;
        }
        assertThat(counted).isGreaterThan(WINDOWS);
    }

    @Test
    void thePeriodBeforeHasAsManyDays() {
        JsonNode summary = data("/summary?start_date=2026-03-10&end_date=2026-03-16");
        JsonNode before = data("/summary?start_date=2026-03-03&end_date=2026-03-09");

        JsonNode previous = summary.path("previous");
        assertThat(previous).hasSize(14);
        assertThat(previous.path("total_calls").asLong()).isPositive();
        previous.properties().forEach(field -> assertThat(field.getValue()).isEqualTo(before.path(field.getKey())));
    }

    @Test
    void theTotalsAddUp() {
        JsonNode summary = data("/summary?direction=inbound&start_date=2026-01-01&end_date=2026-03-31");

        long unanswered = 0;
        for (String status : List.of("no_answer", "busy", "failed", "canceled", "voicemail")) {
            unanswered += summary.path(status + "_calls").asLong();
        }
        assertThat(summary.path("missed_calls").asLong()).isPositive().isEqualTo(unanswered);
        assertThat(summary.path("timezone").asText()).isEqualTo("America/New_York");
        assertThat(summary.path("reason").isNull()).isTrue();
        List<Long> bySource = summary.path("by_source")
                .valueStream()
                .map(source -> source.path("total_calls").asLong())
                .toList();
        assertThat(bySource).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void withoutDatesItIsTheLastThirtyDays() {
        JsonNode chart = data("/chart");

        LocalDate start = LocalDate.parse(chart.path("start_date").asText());
        LocalDate end = LocalDate.parse(chart.path("end_date").asText());
        assertThat(start).isEqualTo(end.minusDays(29));
        assertThat(chart.path("series")).hasSize(30);
        assertThat(chart.path("interval").asText()).isEqualTo("day");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07,24", "2026-03-08,23", "2025-11-02,25"})
    void aDayHasTheHoursThatPassInIt(String day, int hours) {
        JsonNode chart = data("/chart?interval=hour&start_date=%s&end_date=%s".formatted(day, day));

        assertThat(chart.path("series")).hasSize(hours);
        assertThat(chart.path("series").get(0).path("date").asText()).startsWith(day + "T00:00:00-0");
    }

    @Test
    void beyondCtmsNumberedPagesEverythingIsCounted() {
        WORLD.control.post("/accounts/482916/calls/bulk", "{\"count\":13000,\"days\":60}");
        String window = "start_date=2026-01-01&end_date=2026-03-31";

        JsonNode chart = connected.get("/accounts/482916/calls/chart?" + window).data();

        long listed = connected
                .get("/accounts/482916/calls?limit=1&" + window)
                .json()
                .path("pagination")
                .path("total_items")
                .asLong();
        assertThat(chart.path("complete").asBoolean())
                .as(chart.path("reason").asText())
                .isTrue();
        assertThat(sum(chart, "total_calls")).isGreaterThan(10_000).isEqualTo(listed);
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        String wrong = "?start_date=2026-02-30&end_date=tomorrow&call_status=lost&direction=up&interval=year";
        for (String report : List.of("/summary", "/chart")) {
            Reply reply = connected.get(CALLS + report + wrong);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("start_date", "end_date", "call_status", "direction", "interval");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=2026-03-02&end_date=2026-03-01,end_date",
        "start_date=2024-03-01&end_date=2026-03-01,end_date",
        "start_date=2020-01-01,end_date",
        "interval=hour&start_date=2026-01-01&end_date=2026-03-31,interval",
        "interval=hour&start_date=2026-01-01,interval"
    })
    void aWindowThatIsTooLongOrBackwardsIsRefused(String query, String field) {
        Reply reply = connected.get(CALLS + "/chart?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(connected.get("/accounts/0x1/calls/summary").code()).isEqualTo("INVALID_ID");
    }

    private JsonNode data(String path) {
        Reply reply = connected.get(CALLS + path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data();
    }

    private long total(String filter) {
        return connected
                .get(CALLS + "?limit=1&" + filter)
                .json()
                .path("pagination")
                .path("total_items")
                .asLong();
    }

    private static long sum(JsonNode rows, String field) {
        JsonNode series = rows.has("series") ? rows.path("series") : rows;
        return series.valueStream().mapToLong(row -> row.path(field).asLong()).sum();
    }
}
