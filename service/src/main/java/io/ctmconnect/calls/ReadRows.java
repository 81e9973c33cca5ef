package io.ctmconnect.calls;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What was read of a window, or of a part of it.
 *
 * @param calls what was made of the accepted calls
 * @param rows how many rows of CTM were read, each once
 * @param end whether they are all
 */
record ReadRows<T>(T calls, long rows, End end) {
    /** From good to bad. */
    enum End {
        /** All rows that CTM counts were read. */
        WHOLE,
        /** CTM gave more rows than it counts, so that some may have been counted twice. */
        OVERRUN,
        /** CTM counts more rows than it gave. */
        CUT_OFF,
        /** There are more rows than were to be read. */
        BOUND
    }

    /** Both parts: no better than the worse of them. */
    ReadRows<T> plus(ReadRows<T> other, BinaryOperator<T> both) {
        return new ReadRows<>(
                both.apply(calls, other.calls), rows + other.rows, end.compareTo(other.end) < 0 ? other.end : end);
    }

    /** The same, held against CTM's count of the whole. */
    ReadRows<T> against(long counted) {
        return end == End.WHOLE && rows < counted ? new ReadRows<>(calls, rows, End.CUT_OFF) : this;
    }

    /** Why these are not all; empty when they are. */
    Optional<String> shortfall() {
        return switch (end) {
            case WHOLE -> Optional.empty();
            case OVERRUN -> Optional.of("CallTrackingMetrics gave more activities than it counts");
            case CUT_OFF -> Optional.of("CallTrackingMetrics counts more activities than it gave");
            case BOUND ->
                Optional.of("there are more activities than are read for one report, and a part of them, the newest"
                        + " first, was counted: narrow start_date and end_date");
        };
    }
}
