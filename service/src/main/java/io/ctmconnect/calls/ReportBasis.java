package io.ctmconnect.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param zone of the CTM account
 * @param asOf when the reading began
 */
record ReportBasis(DayWindow window, ZoneId zone, Instant asOf) {
    static final ZoneId UTC = ZoneId.of("UTC");

    /**
     * Without a known zone, that of the newest call counts: the offset that CTM writes behind its local time; without calls
     * UTC. Days are right then as well, because CTM names them.
     */
    static ZoneId zone(Optional<ZoneId> known, List<CountedCall> calls) {
        return known.or(() -> calls.stream()
                        .<ZoneId>map(CountedCall::offset)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(UTC);
    }
}
