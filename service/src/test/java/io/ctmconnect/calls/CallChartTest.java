package io.ctmconnect.calls;

import io.ctmconnect.calls.ReadRows.End;
import io.ctmconnect.ctm.CallStatus;
import io.ctmconnect.ctm.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class CallChartTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static CallChart chart(ChartInterval interval, String start, String end, CountedCall... calls) {
        return chart(interval, new DayWindow(LocalDate.parse(start), LocalDate.parse(end)), NEW_YORK, calls);
    }

    private static CallChart chart(ChartInterval interval, DayWindow window, ZoneId zone, CountedCall... calls) {
        Buckets buckets = new Buckets(interval, window, zone);
        return CallChart.of(buckets, Instant.EPOCH, CountedCalls.whole(List.of(calls), buckets::labelOf));
    }

    private static CountedCall at(String start) {
        return CountedCalls.at(Instant.parse(start), NEW_YORK);
    }

    private static List<String> dates(CallChart chart) {
        return chart.series().stream().map(ChartPoint::date).toList();
    }

    private static List<Long> counts(CallChart chart) {
        return chart.series().stream().map(ChartPoint::totalCalls).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,2026-03-08,23",
        "America/New_York,2026-11-01,25",
        "America/New_York,2026-11-02,24",
        "Europe/Berlin,2026-03-29,23",
        "Asia/Kolkata,2026-03-29,24",
        "America/Havana,2026-03-08,23",
        "Australia/Lord_Howe,2026-04-05,25",
        "UTC,2026-03-08,24"
    })
    void aDayHasTheHoursThatPassInIt(String zone, String day, int hours) {
        LocalDate date = LocalDate.parse(day);
        CallChart chart = chart(ChartInterval.HOUR, new DayWindow(date, date), ZoneId.of(zone));

        assertThat(dates(chart)).hasSize(hours).doesNotHaveDuplicates();
    }

    @Test
    void theRepeatedHourIsTwoBuckets() {
        CallChart chart = chart(
                ChartInterval.HOUR,
                "2026-11-01",
                "2026-11-01",
                at("2026-11-01T05:30:00Z"),
                at("2026-11-01T06:00:00Z"),
                at("2026-11-01T06:59:59Z"));

        assertThat(dates(chart).subList(0, 4))
                .containsExactly(
                        "2026-11-01T00:00:00-04:00",
                        "2026-11-01T01:00:00-04:00",
                        "2026-11-01T01:00:00-05:00",
                        "2026-11-01T02:00:00-05:00");
        assertThat(counts(chart)).startsWith(0L, 1L, 2L, 0L);
    }

    @Test
    void weeksStartOnMondayAndCountTheWindowOnly() {
        CallChart chart = chart(
                ChartInterval.WEEK,
                "2026-03-04",
                "2026-03-17",
                at("2026-03-03T12:00:00Z"),
                at("2026-03-04T12:00:00Z"),
                at("2026-03-09T03:59:59Z"),
                at("2026-03-09T04:00:00Z"),
                at("2026-03-17T12:00:00Z"));

        assertThat(dates(chart)).containsExactly("2026-03-02", "2026-03-09", "2026-03-16");
        assertThat(counts(chart)).containsExactly(2L, 1L, 1L);
    }

    @Test
    void monthsStartOnTheirFirst() {
        CallChart chart = chart(ChartInterval.MONTH, "2025-12-31", "2026-02-01", at("2026-01-15T12:00:00Z"));

        assertThat(dates(chart)).containsExactly("2025-12-01", "2026-01-01", "2026-02-01");
        assertThat(counts(chart)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void theDayIsTheOneThatCtmGives() {
        CountedCall call = CountedCall.of(Samples.callWith("{'called_at': '2026-03-16 11:59 PM -04:00'}"));

        assertThat(counts(chart(ChartInterval.DAY, "2026-03-16", "2026-03-17", call)))
                .containsExactly(1L, 0L);
        assertThat(counts(chart(ChartInterval.HOUR, "2026-03-16", "2026-03-17", call)))
                .element(23)
                .isEqualTo(1L);
    }

    @Test
    void aCallWithoutATimeMakesTheChartIncomplete() {
        CountedCall call = untimed();
        CallChart chart = chart(ChartInterval.DAY, "2026-03-16", "2026-03-17", call);

        assertThat(chart.complete()).isFalse();
        assertThat(chart.reason()).isEqualTo("CallTrackingMetrics does not say when 1 of the calls began");
        assertThat(counts(chart)).containsExactly(0L, 0L);
    }

    private static CountedCall untimed() {
        return new CountedCall(CallStatus.ANSWERED, true, false, 1L, 1L, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE,true", "BOUND,false", "CUT_OFF,false", "OVERRUN,false"})
    void whatIsNotAllIsNotComplete(End end, boolean complete) {
        DayWindow window = new DayWindow(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17));
        ReportBasis basis = new ReportBasis(window, NEW_YORK, Instant.EPOCH);
        Buckets days = new Buckets(ChartInterval.DAY, window, NEW_YORK);
        ReadRows<GroupedSums> read = new ReadRows<>(GroupedSums.NONE, 0, end);
        ReadRows<GroupedSums> whole = new ReadRows<>(GroupedSums.NONE, 0, End.WHOLE);

        assertThat(isSaid(CallChart.of(days, Instant.EPOCH, read).reason())).isEqualTo(!complete);
        assertThat(CallSummary.of(basis, read, whole).complete()).isEqualTo(complete);
        assertThat(CallSummary.of(basis, whole, read).complete()).isEqualTo(complete);
    }

    private static boolean isSaid(@Nullable String reason) {
        return reason != null;
    }

    @Test
    void withoutAZoneTheNewestActivitysOffsetCounts() {
        Optional<ZoneOffset> newest = Optional.of(ZoneOffset.ofHours(-4));

        assertThat(ReportBasis.zone(Optional.empty(), newest)).isEqualTo(ZoneOffset.ofHours(-4));
        assertThat(ReportBasis.zone(Optional.empty(), Optional.empty()).getId()).isEqualTo("UTC");
        assertThat(ReportBasis.zone(Optional.of(NEW_YORK), newest)).isEqualTo(NEW_YORK);
    }
}
