package io.ctmconnect.callstore;

import io.ctmconnect.settings.Environment;

import java.time.Duration;

/**
 * How calls are read from CTM that no webhook has told of.
 *
 * @param period {@code RECONCILIATION_PERIOD}: from one sweep of a CTM account to the next; zero for none
 * @param grace {@code RECONCILIATION_GRACE}: how long after a call's end its webhook may be on its way
 * @param historyMonths {@code HISTORY_MONTHS}: how far back a chosen CTM account is read; 0 for not at all
 */
public record ReadingSettings(Duration period, Duration grace, int historyMonths) {
    private static final String PERIOD = "RECONCILIATION_PERIOD";

    /** Reads the keys of this package. */
    public static ReadingSettings of(Environment environment) {
        Duration period = environment.duration(PERIOD, Duration.ofMinutes(15), Duration.ZERO, Duration.ofDays(1));
        if (period.isPositive() && period.compareTo(Duration.ofSeconds(1)) < 0) {
            environment.problem(PERIOD, "must be 0, or at least 1s");
        }
        return new ReadingSettings(
                period,
                environment.duration("RECONCILIATION_GRACE", Duration.ofMinutes(2), Duration.ZERO, Duration.ofHours(1)),
                environment.integer("HISTORY_MONTHS", 13, 0, 120));
    }

    /** Whether CTM accounts are swept. */
    public boolean sweeps() {
        return period.isPositive();
    }

    /** Whether the past of CTM accounts is read. */
    public boolean readsHistory() {
        return historyMonths > 0;
    }
}
