package io.ctmconnect.sandbox.seed;

import io.ctmconnect.sandbox.world.OpaqueId;

/**
 * A tracking number, bought for one source.
 *
 * @param filterId the integer that calls carry as {@code tracking_number_id}
 * @param sid the opaque id that calls carry as {@code tracking_number_sid}
 */
record Line(long filterId, String sid, Phone phone, String label, Origin origin) {

    static Line of(long account, int place, String area, Origin origin) {
        String sid = OpaqueId.of("TPN", account + "/" + place);
        return new Line(
                origin.filterId() + 20_000, sid, new Phone(area, place * 10 + 3), origin.name() + " line", origin);
    }
}
