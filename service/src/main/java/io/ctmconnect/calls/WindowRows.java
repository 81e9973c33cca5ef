package io.ctmconnect.calls;

import java.util.List;

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
}
