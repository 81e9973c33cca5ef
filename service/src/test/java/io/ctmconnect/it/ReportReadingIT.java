package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How the reports read an account with more than 5 000 calls in 30 days. */
class ReportReadingIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482916/calls";
    private static final String SEARCH = CALLS + "/search";
    private static final LocalDate START = World.TODAY.minusDays(29);
    private static final String MONTH = "start_date=" + START + "&end_date=" + World.TODAY;
    private static final String SUMMARY = CALLS + "/summary?" + MONTH;
    private static final String CHART = CALLS + "/chart?" + MONTH;
    private static final int PAGE = 100;

    private Connected connected = WORLD.connect();

    @BeforeEach
    void fill() {
        connected = WORLD.connect();
        WORLD.control.post(CALLS + "/bulk", "{\"count\":6200,\"days\":30}");
        WORLD.control.forget();
    }

    /** What CTM was asked for. A request that was tried again on a slow machine is the same one. */
    private static List<String> searches() {
        return WORLD.control.seen(SEARCH).stream()
                .map(search -> search.path("body").asText())
                .distinct()
                .toList();
    }

    private static void fault(String fault) {
        WORLD.control.fault("{" + fault + ",\"match\":{\"path\":\"" + SEARCH + "\"}}");
    }

    private long listed(String window) {
        return connected
                .get(CALLS + "?limit=1&" + window)
                .json()
                .path("pagination")
                .path("total_items")
                .asLong();
    }

    private static long pages(long rows) {
        return (rows + PAGE - 1) / PAGE;
    }

    /**
     * Each of the four slices may end with a page that is not full; one such page is among those of the total. The period
     * before is small and read on from the page that opened it. CTM's journal may have a few more, by which runs differ:
     * requests that were tried again on a busy machine, which {@link #searches} does not count.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCallIsCountedInFewRequestsForFewFields(boolean honoursLimitFields) {
        WORLD.control.settings("{\"honours_limit_fields\":%s}".formatted(honoursLimitFields));

        JsonNode summary = connected.get(SUMMARY).data();

        int opening = 1;
        int notFull = 4 - 1;
        long total = summary.path("total_calls").asLong();
        long before = summary.at("/previous/total_calls").asLong();
        assertThat(searches())
                .hasSizeLessThanOrEqualTo((int) (opening + pages(total) + notFull + pages(before)))
                .allSatisfy(search -> assertThat(search)
                        .contains("\"limit_fields\":[\"id\",\"direction\",", "\"stats\":\"off\"", "\"per_page\":100"));
        assertThat(summary.path("complete").asBoolean()).isTrue();
        assertThat(total).isGreaterThan(5_000).isEqualTo(listed(MONTH));
        assertThat(before)
                .isPositive()
                .isEqualTo(listed("start_date=" + START.minusDays(30) + "&end_date=" + START.minusDays(1)));
    }

    @Test
    void aWindowOfOnePageTakesOneRequest() {
        String day = "start_date=2026-01-20&end_date=2026-01-20";

        assertThat(connected.get(CALLS + "/chart?" + day).status()).isEqualTo(200);
        assertThat(searches()).hasSize(1);
        WORLD.control.forget();
        assertThat(connected.get(CALLS + "/summary?" + day).status()).isEqualTo(200);
        assertThat(searches()).hasSize(2);
    }

    @Test
    void aBusyDayIsReadAlongItsCursor() {
        WORLD.control.post(CALLS + "/bulk", "{\"count\":2500,\"days\":1}");
        WORLD.control.forget();
        String day = "start_date=2026-03-31&end_date=2026-03-31";

        long total = sum(connected.get(CALLS + "/chart?" + day).data());

        assertThat(searches()).hasSizeBetween((int) pages(total), (int) pages(total) + 1);
        assertThat(total).isGreaterThan(1_000).isEqualTo(listed(day));
    }

    /** While the refusal is on its way, the other slices may ask for some pages more, but not for the rest. */
    @Test
    void theRefusalOfOneSliceIsTheAnswerAndStopsTheOthers() {
        int refused = 20;
        fault("\"kind\":\"status\",\"code\":403,\"every\":" + refused + ",\"times\":1");

        Reply reply = connected.get(CHART);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("CTM_REJECTED");
        assertThat(searches()).hasSizeBetween(refused, 2 * refused);
    }

    @Test
    void aSliceThatIsNotWholeMakesTheReportIncomplete() {
        fault(
                "\"kind\":\"status\",\"code\":200,\"body\":{\"calls\":[],\"total_entries\":1500},\"every\":12,\"times\":1");

        JsonNode summary = connected.get(SUMMARY).data();

        assertThat(summary.path("complete").asBoolean()).isFalse();
        assertThat(summary.path("reason").asText()).endsWith("CallTrackingMetrics counts more activities than it gave");
    }

    @Test
    void keysThatAreRotatedMeanwhileAreRenewedOnce() throws Exception {
        fault("\"kind\":\"slow\",\"delay_ms\":40");
        CompletableFuture<Reply> running = CompletableFuture.supplyAsync(() -> connected.get(CHART));
        await().until(() -> searches().size() > 10);
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        JsonNode chart = running.get(60, TimeUnit.SECONDS).data();

        assertThat(chart.path("complete").asBoolean()).isTrue();
        assertThat(sum(chart)).isEqualTo(listed(MONTH));
        assertThat(WORLD.control.seen("/authentication")).hasSize(1);
    }

    @Test
    void theLogHasTheTimesOfAllThreads() {
        int delay = 25;
        fault("\"kind\":\"slow\",\"delay_ms\":" + delay);

        String id = connected.get(CHART).header("X-Request-Id");

        long least = (long) delay * searches().size();
        await().until(() -> log(id).contains("\"message\":\"request\""));
        Matcher time = Pattern.compile("\"upstream_ms\":\"(\\d+)\"").matcher(log(id));
        assertThat(time.find()).isTrue();
        assertThat(Long.parseLong(time.group(1))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void everyThreadLogsWithTheRequestsId() {
        fault("\"kind\":\"unauthorized\"");

        Reply reply = connected.get(SUMMARY);

        assertThat(reply.code()).isEqualTo("TOKEN_INVALIDATED");
        await().until(() -> log(reply.header("X-Request-Id")).contains("is refused by CTM and flagged"));
    }

    /** The lines of a request. */
    private static String log(String requestId) {
        return String.join(
                "\n",
                WORLD.service
                        .output()
                        .lines()
                        .filter(line -> line.contains(requestId))
                        .toList());
    }

    private static long sum(JsonNode chart) {
        return chart.path("series")
                .valueStream()
                .mapToLong(point -> point.path("total_calls").asLong())
                .sum();
    }
}
