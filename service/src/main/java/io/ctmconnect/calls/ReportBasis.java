package io.ctmconnect.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param zone of the CTM account
 * @param asOf when CTM was asked for the oldest of what was read
 */
record ReportBasis(DayWindow window, ZoneId zone, Instant asOf) {
    static final ZoneId UTC = ZoneId.of("UTC");

    /**
     * Without a known zone, that of the window's newest activity counts: the offset that CTM writes behind its local time;
     * without any UTC. Days are right then as well, because CTM names them.
     */
    static ZoneId zone(Optional<ZoneId> known, Optional<ZoneOffset> newest) {
        return known.or(() -> newest).orElse(UTC);
    }
}
