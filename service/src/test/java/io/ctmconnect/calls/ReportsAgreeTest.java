package io.ctmconnect.calls;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The same calls give the same sums in every report, in any zone and across changes of clocks. */
class ReportsAgreeTest {
    record Case(DayWindow window, ZoneId zone, List<CountedCall> calls) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "America/New_York",
                        "Europe/Berlin",
                        "America/Havana",
                        "Australia/Lord_Howe",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "UTC",
                        "-04:00")
                .map(ZoneId::of);
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 700);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 45);
        return Combinators.combine(zones, starts, lengths).flatAs((zone, start, length) -> {
            LocalDate first = LocalDate.of(2025, 1, 1).plusDays(start);
            DayWindow window = new DayWindow(first, first.plusDays(length - 1L));
            return calls(window, zone).map(calls -> new Case(window, zone, calls));
        });
    }

    private static Arbitrary<List<CountedCall>> calls(DayWindow window, ZoneId zone) {
        long first = window.start().atStartOfDay(zone).toEpochSecond();
        long last = window.end().plusDays(1).atStartOfDay(zone).toEpochSecond() - 1;
        return Arbitraries.longs()
                .between(first, last)
                .map(second -> CountedCalls.at(Instant.ofEpochSecond(second), zone))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void summaryAndChartsHaveTheSameTotal(@ForAll("cases") Case given, @ForAll ChartInterval interval) {
        ReportBasis basis = new ReportBasis(given.window, given.zone, Instant.EPOCH);
        Buckets buckets = new Buckets(interval, given.window, given.zone);
        ReadRows<GroupedSums> bySource = CountedCalls.whole(given.calls, CountedCalls::source);

        CallChart chart = CallChart.of(buckets, Instant.EPOCH, CountedCalls.whole(given.calls, buckets::labelOf));
        CallSummary summary = CallSummary.of(basis, bySource, bySource);

        assertThat(summary.totals().totalCalls()).isEqualTo(given.calls.size());
        assertThat(sum(chart.series().stream().map(ChartPoint::totalCalls).toList()))
                .isEqualTo(given.calls.size());
        assertThat(sum(chart.series().stream().map(ChartPoint::totalDuration).toList()))
                .isEqualTo(summary.totals().totalDuration());
        assertThat(sum(summary.bySource().stream().map(SourceTotals::totalCalls).toList()))
                .isEqualTo(given.calls.size());
        assertThat(chart.complete()).isTrue();
    }

    @Property(tries = 300)
    void aCallIsInTheHourThatItsTimeIsIn(@ForAll("cases") Case given) {
        Buckets hours = new Buckets(ChartInterval.HOUR, given.window, given.zone);
        List<String> labels = hours.labels();

        assertThat(labels).doesNotHaveDuplicates();
        given.calls.forEach(call -> {
            String label = hours.labelOf(call).orElseThrow();
            Instant from = OffsetDateTime.parse(label).toInstant();
            assertThat(labels).contains(label);
            assertThat(call.start()).isBetween(from, from.plusSeconds(3599));
        });
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
