package io.ctmconnect.calls;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a window.
 *
 * @param rows the accepted calls, newest first
 * @param end whether they are all
 */
record WindowRows<T>(List<T> rows, End end) {
    enum End {
        /** All rows that CTM counts were read. */
        WHOLE,
        /** There are more rows than were to be read. */
        BOUND,
        /** CTM counts more rows than it gave. */
        CUT_OFF
    }

    /** Why these are not all; empty when they are. */
    Optional<String> shortfall() {
        return switch (end) {
            case WHOLE -> Optional.empty();
            case BOUND ->
                Optional.of("there are more activities than are read for one report, and only the newest were counted:"
                        + " narrow start_date and end_date");
            case CUT_OFF -> Optional.of("CallTrackingMetrics counts more activities than it gave");
        };
    }
}
