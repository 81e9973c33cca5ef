package io.ctmconnect.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest daylight-saving change of a zone. Each account is called around it, even when it lies before the seeded
 * days, so that there is always one to test with.
 */
final class ClockChange {

    private ClockChange() {}

    /** Around the change: half an hour before and after, which is the same local time twice in autumn. */
    static List<Instant> times(ZoneId zone, Instant now) {
        return latest(zone, now).stream()
                .map(ZoneOffsetTransition::getInstant)
                .flatMap(change ->
                        Stream.of(-5_400L, -1_800L, -1L, 0L, 1_800L, 5_400L).map(change::plusSeconds))
                .toList();
    }

    private static Optional<ZoneOffsetTransition> latest(ZoneId zone, Instant now) {
        Instant settled = now.minus(Duration.ofDays(1));
        return Optional.ofNullable(zone.getRules().previousTransition(settled))
                .filter(change -> change.getInstant().isAfter(now.minus(Duration.ofDays(366))));
    }
}
