package io.ctmconnect.sandbox.world;

import io.ctmconnect.sandbox.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A number that was bought to be dialled.
 *
 * @param sid the opaque id
 * @param filterId the integer that calls carry as {@code tracking_number_id}
 * @param number what callers dial
 * @param test whether the purchase was simulated
 * @param bought when
 * @param setup what may be changed
 */
public record TrackingNumber(String sid, long filterId, PhoneNumber number, boolean test, Instant bought, Setup setup)
        implements Identified {

    /**
     * What may be changed of a number.
     *
     * @param name null when it was never named
     * @param active whether it takes calls
     * @param configured whether anything was set since it was bought; before that CTM shows no call setting
     * @param source the opaque id of the one source it belongs to, null for none
     */
    public record Setup(
            @Nullable String name,
            boolean active,
            boolean configured,
            @Nullable String source,
            CallRoute route) {

        /** As of a number that was just bought. */
        public static final Setup NEW = new Setup(null, true, false, null, new CallRoute.Numbers(List.of()));

        /** Under another name. */
        public Setup named(String other) {
            return new Setup(other, active, true, source, route);
        }

        /** Taking calls or not. */
        public Setup active(boolean other) {
            return new Setup(name, other, true, source, route);
        }

        /** In another source, or in none. */
        public Setup in(@Nullable String other) {
            return new Setup(name, active, true, other, route);
        }

        /** Routed elsewhere. */
        public Setup to(CallRoute other) {
            return new Setup(name, active, true, source, other);
        }
    }

    /** Whether it belongs to a source. */
    public boolean in(Source source) {
        return source.sid().equals(setup.source());
    }

    /** The same number, set up otherwise. */
    public TrackingNumber with(Setup other) {
        return new TrackingNumber(sid, filterId, number, test, bought, other);
    }
}
