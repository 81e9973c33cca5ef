package io.ctmconnect.reconciliation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DaysTest {
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2028-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static boolean holds(Days days, Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }

    /** 23 hours: a day may have no more. */
    @Property
    void aSweepReadsFromADayBeforeTheLastOneUpToNow(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant last, @ForAll("moments") Instant later) {
        Instant now = later.isBefore(last) ? last : later;
        LocalDate swept = Days.earliestToday(last, Optional.of(zone));

        Days days = Days.ofSweep(now, Optional.of(zone), swept);

        assertThat(holds(days, now, zone)).isTrue();
        assertThat(holds(days, last, zone)).isTrue();
        assertThat(holds(days, last.minus(Duration.ofHours(23)), zone)).isTrue();
        assertThat(days.last()).isEqualTo(LocalDate.ofInstant(now, zone));
        assertThat(days.first()).isEqualTo(LocalDate.ofInstant(last, zone).minusDays(1));
    }

    @Property
    void whereTheZoneIsNotKnownTheDaysAreEnoughForAnyZone(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant last, @ForAll("moments") Instant later) {
        Instant now = later.isBefore(last) ? last : later;

        Days days = Days.ofSweep(now, Optional.empty(), Days.earliestToday(last, Optional.empty()));

        assertThat(holds(days, now, zone)).isTrue();
        assertThat(holds(days, last.minus(Duration.ofHours(23)), zone)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // The day that has 23 hours, the one that has 25, and a zone that skips midnight when clocks change.
        "2026-03-09T04:30:00Z,America/New_York,2026-03-08,2026-03-09",
        "2026-11-02T04:30:00Z,America/New_York,2026-10-31,2026-11-01",
        "2026-11-02T05:30:00Z,America/New_York,2026-11-01,2026-11-02",
        "2026-04-24T21:59:59Z,Africa/Cairo,2026-04-23,2026-04-25"
    })
    void theFirstSweepReadsYesterdayAndToday(Instant now, ZoneId zone, LocalDate first, LocalDate last) {
        assertThat(Days.ofSweep(now, Optional.of(zone), null))
                .isEqualTo(new Days(LocalDate.ofInstant(now, zone).minusDays(1), LocalDate.ofInstant(now, zone)));
        assertThat(LocalDate.ofInstant(now, zone)).isBetween(first, last);
    }

    @Test
    void afterAZoneWasChangedWestwardsTheDayBeforeIsReadAllTheSame() {
        Instant now = Instant.parse("2026-03-17T02:00:00Z");

        Days days = Days.ofSweep(now, Optional.of(ZoneId.of("America/New_York")), LocalDate.of(2026, 3, 17));

        assertThat(days).isEqualTo(new Days(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 16)));
    }
}
