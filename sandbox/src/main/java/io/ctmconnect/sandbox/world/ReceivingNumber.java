package io.ctmconnect.sandbox.world;

import io.ctmconnect.sandbox.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A number that calls are passed on to.
 *
 * @param sid the opaque id
 * @param filterId the integer that calls carry as {@code receiving_number_id}
 * @param name what it is called; null when it was never named
 */
public record ReceivingNumber(
        String sid,
        long filterId,
        PhoneNumber number,
        @Nullable String name) implements Identified {}
