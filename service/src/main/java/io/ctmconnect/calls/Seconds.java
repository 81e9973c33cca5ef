package io.ctmconnect.calls;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The lengths of some calls, added up.
 *
 * @param sum seconds
 * @param calls how many calls they are of: those whose length CTM gives
 */
record Seconds(long sum, long calls) {
    static final Seconds NONE = new Seconds(0, 0);

    static Seconds of(@Nullable Long length) {
        return length == null ? NONE : new Seconds(length, 1);
    }

    Seconds plus(Seconds other) {
        return new Seconds(sum + other.sum, calls + other.calls);
    }

    /** Seconds a call, rounded half up to whole ones; 0 without calls. */
    long average() {
        return ratio(sum, calls, 0).longValue();
    }

    /** A part of a whole, rounded half up to so many digits behind the point; 0 where there is no whole. */
    static BigDecimal ratio(long part, long whole, int digits) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
