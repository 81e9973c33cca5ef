package io.ctmconnect.ctm;

import org.jspecify.annotations.Nullable;

/**
 * CTM's answer, read whole.
 *
 * @param retryAfter the header as it came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each answer would cost
record CtmResponse(int status, @Nullable String retryAfter, byte[] body) {
    @Override
    public String toString() {
        return "CtmResponse[" + status + ", " + body.length + " bytes]";
    }
}
