package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class CallPageTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private static final CallSearch FIRST =
            new CallSearch(null, null, List.of("inbound"), null, null, null, 1, 100, null, List.of());
    private static final String URL = "'https://api.calltrackingmetrics.com/api/v1/accounts/1/calls?";

    private static Optional<CallSearch> next(CallSearch search, String paging) {
        return CallPage.of(
                        Json.of("{'calls': [{'id': 1}]" + (paging.isEmpty() ? "" : ", " + paging) + "}"), search, NOW)
                .next();
    }

    @Test
    void itHoldsTheRowsAndTheTotal() {
        CallPage page =
                CallPage.of(Json.of("{'calls': [{'id': 1}, 7, null, {'id': 2}], 'total_entries': 248}"), FIRST, NOW);

        assertThat(page.calls()).extracting(Call::id).containsExactly("1", "2");
        assertThat(page.totalEntries()).isEqualTo(248);
    }

    @Test
    void aTotalMayBeMissing() {
        assertThat(CallPage.of(Json.of("{'calls': []}"), FIRST, NOW).totalEntries())
                .isNull();
    }

    @Test
    void theCursorSaysWhereToGoOn() {
        assertThat(next(FIRST, "'after': 'WzE3'")).contains(FIRST.after("WzE3"));
        assertThat(next(FIRST, "'after': 'WzE3', 'next_page': 2")).contains(FIRST.after("WzE3"));
    }

    @Test
    void theCursorMayStandInTheNextPagesUrl() {
        assertThat(next(FIRST, "'next_page': " + URL + "page=2&after=WzE3%3D&per_page=100'"))
                .contains(FIRST.after("WzE3="));
        assertThat(next(FIRST, "'after': null, 'next_page': " + URL + "direction[]=inbound&after=WzE3'"))
                .contains(FIRST.after("WzE3"));
    }

    @Test
    void theNextPageMayBeAUrlWithAPageOnly() {
        assertThat(next(FIRST, "'next_page': " + URL + "page=2&per_page=100'")).contains(FIRST.atPage(2, 100));
        assertThat(next(FIRST, "'next_page': " + URL + "after=&page=2'")).contains(FIRST.atPage(2, 100));
    }

    @Test
    void theNextPageMayBeANumber() {
        assertThat(next(FIRST, "'next_page': 2")).contains(FIRST.atPage(2, 100));
        assertThat(next(FIRST, "'next_page': '2'")).contains(FIRST.atPage(2, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'next_page': null",
                "'next_page': null, 'after': null",
                "'next_page': '', 'after': ''",
                "'next_page': {}, 'after': []"
            })
    void withoutANextPageItIsTheLast(String paging) {
        assertThat(next(FIRST, paging)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'::not a url::'",
                "'https://api.example/calls'",
                "'https://api.example/calls?page=two'",
                "'https://api.example/calls?page=%zz'",
                "'https://api.example/calls?page=99999999999'",
                "-1",
                "0",
                "99999999999",
                "true"
            })
    void aNextPageThatLeadsNowhereEndsTheReading(String nextPage) {
        assertThat(next(FIRST, "'next_page': " + nextPage)).isEmpty();
    }

    @Test
    void thePageItselfOrAnEarlierOneIsNotNext() {
        assertThat(next(FIRST.atPage(3, 100), "'next_page': 3")).isEmpty();
        assertThat(next(FIRST.atPage(3, 100), "'next_page': 2")).isEmpty();
    }

    @Test
    void theSameCursorAgainEndsTheReading() {
        assertThat(next(FIRST.after("WzE3"), "'after': 'WzE3'")).isEmpty();
        assertThat(next(FIRST.after("WzE3"), "'after': 'WzE4'")).contains(FIRST.after("WzE4"));
    }

    @Test
    void aPageWithoutRowsIsTheLast() {
        assertThat(CallPage.of(Json.of("{'calls': [], 'after': 'WzE3', 'next_page': 2}"), FIRST, NOW)
                        .next())
                .isEmpty();
        assertThat(CallPage.of(Json.of("{'after': 'WzE3'}"), FIRST, NOW).next()).isEmpty();
    }

    @Property(tries = 300)
    void anyAnswerIsAPageThatNeverLeadsBack(@ForAll("pages") JsonNode answer) {
        Optional<CallSearch> next = CallPage.of(answer, FIRST, NOW).next();

        next.ifPresent(search -> assertThat(search.after() != null || Objects.requireNonNull(search.page()) > 1)
                .isTrue());
    }

    @Provide
    Arbitrary<JsonNode> pages() {
        return AnyJson.objects(List.of("calls", "after", "next_page", "total_entries"));
    }
}
