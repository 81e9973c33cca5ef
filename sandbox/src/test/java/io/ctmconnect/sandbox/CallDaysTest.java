package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CallDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-17, 482913, America/New_York",
        "2026-03-17, 482914, America/Los_Angeles",
        "2026-11-24, 482913, America/New_York",
        "2026-11-24, 482915, Europe/London",
        "2026-11-24, 482916, America/Phoenix"
    })
    void daysAreThoseOfTheAccountAlsoWhenClocksChange(LocalDate today, long account, ZoneId zone) {
        try (Probe probe =
                Probe.start(SandboxSettings.defaults().withToday(today).withDays(35))) {
            Map<LocalDate, Long> byDay = probe.allCalls(account, "limit_fields=unix_time").stream()
                    .collect(Collectors.groupingBy(row -> day(row, zone), TreeMap::new, Collectors.counting()));

            assertThat(byDay).hasSizeGreaterThan(25);
            assertThat(byDay.keySet().stream().collect(Collectors.toMap(Function.identity(), day ->
                            (long) probe.count(account, "start_date=" + day + "&end_date=" + day))))
                    .isEqualTo(byDay);
        }
    }

    private static LocalDate day(JsonNode row, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(row.path("unix_time").asLong()), zone);
    }

    @Test
    void repeatedHourHasCallsInBothItsPasses() {
        try (Probe probe = Probe.start(SandboxSettings.defaults().withToday(LocalDate.of(2026, 11, 24)))) {
            List<String> times = calledAt(probe, "start_date=2026-11-01&end_date=2026-11-01");

            assertThat(times).contains("2026-11-01 01:30 AM -04:00", "2026-11-01 01:30 AM -05:00");
        }
    }

    @Test
    void skippedHourHasCallsRightBeforeAndBehind() {
        try (Probe probe = Probe.start(Probe.SETTINGS)) {
            assertThat(calledAt(probe, "start_date=2026-03-08&end_date=2026-03-08"))
                    .contains("2026-03-08 01:59 AM -05:00", "2026-03-08 03:00 AM -04:00")
                    .noneMatch(time -> time.startsWith("2026-03-08 02:"));
        }
    }

    @Test
    void latestClockChangeIsInTheDataEvenInSummer() {
        try (Probe probe = Probe.start(SandboxSettings.defaults().withToday(LocalDate.of(2026, 8, 20)))) {
            assertThat(calledAt(probe, "start_date=2026-03-08&end_date=2026-03-08"))
                    .isNotEmpty();
        }
    }

    @Test
    void timesAreHonouredOnlyWithTime() {
        try (Probe probe = Probe.start(Probe.SETTINGS)) {
            String morning = "start_date=2026-03-16T09%3A00&end_date=2026-03-16T11%3A59%3A59";
            int day = probe.count(Probe.EASTERN, "start_date=2026-03-16&end_date=2026-03-16");

            assertThat(probe.count(Probe.EASTERN, morning)).isEqualTo(day);
            assertThat(probe.count(Probe.EASTERN, morning + "&with_time=1"))
                    .isPositive()
                    .isLessThan(day);
            assertThat(probe.count(Probe.EASTERN, "start_date=2026-03-16&end_date=2026-03-16&with_time=1"))
                    .isEqualTo(day);
            assertThat(probe.count(Probe.EASTERN, "time_duration=yesterday")).isEqualTo(day);
        }
    }

    private static List<String> calledAt(Probe probe, String query) {
        return probe.allCalls(Probe.EASTERN, query).stream()
                .map(row -> row.path("called_at").asText())
                .toList();
    }
}
