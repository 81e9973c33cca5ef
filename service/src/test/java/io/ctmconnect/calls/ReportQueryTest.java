package io.ctmconnect.calls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class ReportQueryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static DayWindow window(String... pairs) {
        return ReportQuery.ofChart(query(pairs)).window(TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "x=1,2026-03-02,2026-03-31",
        "start_date=2026-03-10,2026-03-10,2026-03-31",
        "end_date=2026-03-10,2026-02-09,2026-03-10",
        "start_date=2026-04-02,2026-04-02,2026-04-02"
    })
    void missingDatesHaveDefaults(String given, String start, String end) {
        assertThat(window(given)).isEqualTo(new DayWindow(LocalDate.parse(start), LocalDate.parse(end)));
    }

    @Test
    void thePeriodBeforeIsAsLongAndEndsTheDayBefore() {
        assertThat(window("start_date=2026-03-01", "end_date=2026-03-31").previous())
                .isEqualTo(new DayWindow(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28)));
    }

    @Test
    void hoursAreForTwoMonths() {
        String rule = "interval must not be hour for more than 62 days";

        assertThat(window("interval=hour", "start_date=2026-01-29").length()).isEqualTo(62);
        assertThat(violationsOf(() -> window("interval=hour", "start_date=2026-01-28")))
                .containsExactly(rule);
        assertThat(violationsOf(() -> ReportQuery.ofChart(
                        query("interval=hour", "start_date=2026-01-01", "end_date=2026-03-04", "direction=up"))))
                .containsExactlyInAnyOrder(rule, "direction must be one of inbound, outbound");
    }

    @Test
    void aWindowThatIsTooLongByItsDefaultIsRefused() {
        assertThat(violationsOf(() -> window("start_date=2024-03-31")))
                .containsExactly("end_date must be less than 2 years after start_date");
    }

    @Test
    void theSummaryAcceptsRightIntervalsOnly() {
        assertThat(ReportQuery.ofSummary(query("interval=hour", "start_date=2025-01-01", "end_date=2026-01-01"))
                        .window(TODAY)
                        .length())
                .isEqualTo(366);
        assertThat(violationsOf(() -> ReportQuery.ofSummary(query("interval=year"))))
                .containsExactly("interval must be one of hour, day, week, month");
    }
}
