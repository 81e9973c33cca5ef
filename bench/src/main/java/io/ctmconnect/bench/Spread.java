package io.ctmconnect.bench;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How times are spread.
 *
 * @param most the 99th of a hundred
 */
record Spread(int count, Duration median, Duration most) {
    /** Of times in nanoseconds. */
    static Spread of(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        return sorted.length == 0
                ? new Spread(0, Duration.ZERO, Duration.ZERO)
                : new Spread(
                        sorted.length,
                        Duration.ofNanos(sorted[sorted.length / 2]),
                        Duration.ofNanos(sorted[sorted.length * 99 / 100]));
    }

    @Override
    public String toString() {
        return count == 0 ? "-" : Figures.milliseconds(median) + ", " + Figures.milliseconds(most);
    }
}
