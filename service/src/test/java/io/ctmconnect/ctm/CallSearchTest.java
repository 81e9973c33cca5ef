package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CallSearchTest {
    private static final CallSearch PLAIN =
            new CallSearch(null, null, List.of("inbound", "outbound"), null, null, null, 1, 20, null, List.of());
    private static final CallSearch FULL = new CallSearch(
            LocalDate.parse("2026-03-01"),
            LocalDate.parse("2026-03-31"),
            List.of("inbound"),
            "implant",
            "TSO1",
            "TPN1",
            3,
            100,
            null,
            List.of());

    private static final String CONSTANTS = """
            'multi_sources_operator': 'includes', 'reported': 1, 'with_time': 1, 'excluded': 0, 'converted': 0,
            'form_entries': 0, 'filter_visitor_data': 0, 'has_audio': 0, 'stats': 'off', 'call_score_min': 0,
            'call_score_max': 5, 'exclude_fields': 'transcription_text,chat_messages',
            'sort': 'date', 'order': 'desc',
            """;

    private static void assertBody(CallSearch search, String varying) {
        assertThat((Object) search.toJson()).isEqualTo(Json.of("{" + CONSTANTS + varying + "}"));
    }

    @Test
    void aPlainSearchSendsTheContractsConstantsAndItsPage() {
        assertBody(PLAIN, "'page': 1, 'per_page': 20, 'direction': ['inbound', 'outbound']");
    }

    @Test
    void everyFilterIsSent() {
        assertBody(FULL, """
                'page': 3, 'per_page': 100, 'direction': ['inbound'], 'search': 'implant',
                'start_date': '2026-03-01', 'end_date': '2026-03-31',
                'multi_sources': 'TSO1', 'multi_tracking_numbers': 'TPN1'
                """);
    }

    @Test
    void aCursorReplacesThePageAndKeepsTheFilters() {
        assertBody(FULL.after("WzE3"), """
                'after': 'WzE3', 'per_page': 100, 'direction': ['inbound'], 'search': 'implant',
                'start_date': '2026-03-01', 'end_date': '2026-03-31',
                'multi_sources': 'TSO1', 'multi_tracking_numbers': 'TPN1'
                """);
    }

    @Test
    void theFieldsThatAreNeededAreSentOnEveryPage() {
        CallSearch limited = PLAIN.only(List.of("id", "duration"));

        assertBody(
                limited.atPage(2, 20),
                "'limit_fields': ['id', 'duration'], 'page': 2, 'per_page': 20, 'direction': ['inbound', 'outbound']");
        assertBody(
                limited.after("WzE3"),
                "'limit_fields': ['id', 'duration'], 'after': 'WzE3', 'per_page': 20, 'direction': ['inbound', 'outbound']");
    }

    @Test
    void anotherPageReplacesTheCursor() {
        assertThat(FULL.after("WzE3").atPage(3, 100)).isEqualTo(FULL);
        assertThat(PLAIN.atPage(2, 50).perPage()).isEqualTo(50);
    }
}
