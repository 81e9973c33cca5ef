package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallSearch;
import io.ctmconnect.ctm.CallStatus;
import io.ctmconnect.http.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class CallQueryTest {
    private static final String SOURCE = "TSO0A3EA99478F4865569807A89A8E45D53D0A8E85D92285FB513E69FC28B6065B6";

    private static CallQuery of(String... pairs) {
        return CallQuery.of(query(pairs));
    }

    @Test
    void nothingAskedMeansTheNewestTwentyPhoneCalls() {
        assertThat(of())
                .isEqualTo(new CallQuery(
                        new PageRequest(1, 20),
                        CallOrder.NEWEST_FIRST,
                        new CallFilter(null, null, List.of(), null, null, null, List.of("inbound", "outbound"))));
    }

    @Test
    void everyParameterIsRead() {
        CallQuery query = of(
                "page=2",
                "per_page=50",
                "start_date=2026-03-01",
                "end_date=2026-03-31",
                "call_status=answered,no-answer",
                "call_status[]=failed",
                "sort=duration",
                "order=asc",
                "search= implant ",
                "source=Google Ads",
                "tracker=TPN1",
                "direction=inbound");

        assertThat(query)
                .isEqualTo(new CallQuery(
                        new PageRequest(2, 50),
                        new CallOrder(CallOrder.Key.DURATION, false),
                        new CallFilter(
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-31"),
                                List.of(CallStatus.ANSWERED, CallStatus.NO_ANSWER, CallStatus.FAILED),
                                "implant",
                                "Google Ads",
                                "TPN1",
                                List.of("inbound"))));
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        assertThat(violationsOf(() -> of(
                        "page=0",
                        "limit=101",
                        "start_date=2026-02-30",
                        "end_date=tomorrow",
                        "call_status=busy",
                        "sort=caller",
                        "order=up",
                        "search=" + "x".repeat(257),
                        "source=a\u0000",
                        "tracker=a",
                        "tracker=b",
                        "direction=form")))
                .containsExactlyInAnyOrder(
                        "page must be a whole number of at least 1",
                        "limit must be a whole number from 1 to 100",
                        "start_date must be a day written YYYY-MM-DD",
                        "end_date must be a day written YYYY-MM-DD",
                        "call_status must be one of answered, failed, no-answer, canceled",
                        "sort must be one of name, date, duration",
                        "order must be one of asc, desc",
                        "search must be a text of at most 256 characters",
                        "source must be a text of at most 256 characters",
                        "tracker must be given once",
                        "direction must be one of inbound, outbound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "voicemail", "in-progress", "unknown", "Answered", "no answer", "missed"})
    void onlyFourStatusesCanBeAskedFor(String status) {
        assertThat(violationsOf(() -> of("call_status=" + status)))
                .containsExactly("call_status must be one of answered, failed, no-answer, canceled");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-17,2026-03-17", "2026-03-17,2028-03-16", "2024-02-29,2026-02-27"})
    void aWindowMayBeOneDayOrUpToTwoYears(String start, String end) {
        CallFilter query = of("start_date=" + start, "end_date=" + end).filter();

        assertThat(query.startDate()).isEqualTo(LocalDate.parse(start));
        assertThat(query.endDate()).isEqualTo(LocalDate.parse(end));
    }

    @Test
    void aWindowMustNotEndBeforeItsStart() {
        assertThat(violationsOf(() -> of("start_date=2026-03-17", "end_date=2026-03-16")))
                .containsExactly("end_date must not be before start_date");
    }

    @Test
    void aWindowMustBeShorterThanTwoYears() {
        assertThat(violationsOf(() -> of("start_date=2026-03-17", "end_date=2028-03-17")))
                .containsExactly("end_date must be less than 2 years after start_date");
    }

    @Test
    void aWindowMayBeOpen() {
        assertThat(of("start_date=1970-01-01").filter().endDate()).isNull();
        assertThat(of("end_date=9998-12-31").filter().startDate()).isNull();
        assertThat(of("start_date=9998-12-31", "end_date=9998-12-31").filter().endDate())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=3",
                "limit=100",
                "start_date=2026-03-01",
                "search=x",
                "tracker=TPN1",
                "direction=outbound",
                "sort=date",
                "order=desc",
                "source=71502",
                "source=" + SOURCE,
                "call_status="
            })
    void ctmPagesWhatItFiltersAndOrdersItself(String parameter) {
        assertThat(of(parameter).isPagedByCtm()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order=asc", "sort=name", "sort=duration", "call_status=answered", "source=Google Ads"})
    void whatCtmCannotDoIsPagedHere(String parameter) {
        assertThat(of(parameter).isPagedByCtm()).isFalse();
    }

    @Test
    void ctmIsAskedForWhatItFiltersReliably() {
        CallSearch search = of(
                        "start_date=2026-03-01",
                        "end_date=2026-03-31",
                        "call_status=answered",
                        "search=x",
                        "source=71502",
                        "tracker=TPN1",
                        "direction=inbound")
                .filter()
                .asSearch();

        assertThat(search)
                .isEqualTo(new CallSearch(
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-31"),
                        List.of("inbound"),
                        "x",
                        "71502",
                        "TPN1",
                        1,
                        100,
                        null,
                        List.of()));
    }

    @Test
    void aSourcesNameIsNotSentAsAnId() {
        assertThat(of("source=Google Ads").filter().asSearch().source()).isNull();
        assertThat(of("source=" + SOURCE).filter().asSearch().source()).isEqualTo(SOURCE);
    }
}
