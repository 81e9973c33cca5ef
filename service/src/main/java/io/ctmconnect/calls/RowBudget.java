package io.ctmconnect.calls;

import java.util.concurrent.atomic.AtomicInteger;

/** How many rows of CTM are read of a window at most, those that the filter drops included. All threads that read it share it. */
final class RowBudget {
    private final int rows;
    private final boolean wholeOrNothing;
    private final AtomicInteger left;

    private RowBudget(int rows, boolean wholeOrNothing) {
        this.rows = rows;
        this.wholeOrNothing = wholeOrNothing;
        this.left = new AtomicInteger(rows);
    }

    /** So many rows are read also of a larger window. */
    static RowBudget of(int rows) {
        return new RowBudget(rows, false);
    }

    /** Of a larger window no more is read than shows that it is larger. */
    static RowBudget wholeOrNothing(int rows) {
        return new RowBudget(rows, true);
    }

    /** Charges one row; false when nothing is left for it. */
    boolean take() {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    boolean isSpent() {
        return left.get() == 0;
    }

    /** Whether it makes no sense to go on in a window of so many rows. */
    boolean isTooSmallFor(long counted) {
        return wholeOrNothing && counted > rows;
    }
}
