package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallPagingTest {

    private static final String CALLS = "/accounts/482913/calls";

    @AutoClose
    private final Probe probe = Probe.start(Probe.SETTINGS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=asc",
                "sort=name&order=asc",
                "sort=name&order=desc",
                "sort=duration&order=desc",
                "sort=date&order=asc"
            })
    void followingTheCursorSeesEveryRowOnce(String order) {
        List<Long> seen = new ArrayList<>();
        String after = "";
        int total;
        do {
            JsonNode page = probe.get(CALLS + "?per_page=77&limit_fields=id&" + order + "&after=" + after)
                    .json();
            page.path("calls").forEach(row -> seen.add(row.path("id").asLong()));
            after = page.path("after").asText("");
            total = page.path("total_entries").asInt();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
    }

    @Test
    void rowsComeNewestFirstByTimeThenId() {
        List<JsonNode> rows = probe.allCalls(Probe.EASTERN, "limit_fields=id,unix_time");

        Comparator<JsonNode> byTime =
                Comparator.comparingLong(row -> row.path("unix_time").asLong());
        assertThat(rows)
                .isSortedAccordingTo(
                        byTime.thenComparingLong(row -> row.path("id").asLong()).reversed());
        assertThat(rows.stream().map(row -> row.path("unix_time").asLong()).distinct())
                .as("some rows share a second")
                .hasSizeLessThan(rows.size());
    }

    @Test
    void pagesByNumberAndByCursorAreTheSame() {
        String second = CALLS + "?per_page=20&page=2";
        String next = probe.get(CALLS + "?per_page=20").json().path("next_page").asText();

        assertThat(next).startsWith(probe.origin() + "api/v1/accounts/482913/calls?per_page=20&page=2&after=");
        assertThat(probe.get(next).json().path("calls"))
                .isEqualTo(probe.get(second).json().path("calls"));
    }

    @Test
    void linksRepeatTheFiltersOfAPostedSearch() {
        String json = "{\"per_page\":5,\"direction\":[\"inbound\",\"outbound\"],\"reported\":1}";
        JsonNode first = probe.postJson(CALLS + "/search.json", json).json();

        JsonNode second = probe.get(first.path("next_page").asText()).json();

        assertThat(second.path("page").asInt()).isEqualTo(2);
        assertThat(second.path("total_entries")).isEqualTo(first.path("total_entries"));
        assertThat(second.path("previous_page").asText()).contains("direction%5B%5D=outbound", "reported=1", "page=1");
    }

    @Test
    void envelopeTellsSortAndEmptyStats() {
        JsonNode page = probe.get(CALLS).json();

        assertThat(page.path("sort"))
                .isEqualTo(Probe.parse("[{\"unix_time\":{\"order\":\"desc\"}},{\"id\":{\"order\":\"desc\"}}]"));
        assertThat(page.path("stats")).isEmpty();
        assertThat(page.path("per_page").asInt()).isEqualTo(10);
        assertThat(page.path("previous_page").isNull()).isTrue();
        assertThat(probe.get(CALLS + "?stats=1").json().path("stats")).isNotEmpty();
    }

    @Test
    void noMatchIsAnEmptyPage() {
        JsonNode page = probe.get(CALLS + "?search=nobody+has+this+name").json();

        assertThat(page.path("calls")).isEmpty();
        assertThat(page.path("total_entries").asInt()).isZero();
        assertThat(page.path("after").isNull()).isTrue();
        assertThat(page.path("next_page").isNull()).isTrue();
    }

    @Test
    void pageNumbersEndAtTenThousandRowsAndTheCursorDoesNot() {
        probe.control("POST", "/accounts/482913/calls/bulk", "{\"count\":9000,\"days\":30}");

        assertThat(probe.get(CALLS + "?per_page=100&page=100&limit_fields=id").status())
                .isEqualTo(200);
        assertThat(probe.get(CALLS + "?per_page=100&page=101").status()).isEqualTo(400);
        List<JsonNode> all = probe.allCalls(Probe.EASTERN, "limit_fields=id");
        assertThat(all).hasSizeGreaterThan(10_000).doesNotHaveDuplicates().hasSize(probe.count(Probe.EASTERN, ""));
    }

    @Test
    void windowAndSortCanBeSwitched() {
        probe.control("POST", "/settings", "{\"page_window\":20,\"honours_sort\":false}");

        assertThat(probe.get(CALLS + "?page=2").status()).isEqualTo(200);
        assertThat(probe.get(CALLS + "?page=3").status()).isEqualTo(400);
        assertThat(probe.get(CALLS + "?sort=name")
                        .json()
                        .at("/sort/0/unix_time/order")
                        .asText())
                .isEqualTo("desc");
    }

    @Test
    void sizeAndCursorAreChecked() {
        assertThat(probe.get(CALLS + "?per_page=151").body()).isEqualTo("{\"error\":\"per_page limit is 150\"}");
        assertThat(probe.get(CALLS + "?after=%21%21").status()).isEqualTo(400);
    }
}
