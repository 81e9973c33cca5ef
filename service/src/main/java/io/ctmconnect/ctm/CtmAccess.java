package io.ctmconnect.ctm;

import java.util.OptionalLong;

/**
 * The right to call CTM for one connection.
 *
 * @param connection names the request budget that the call is charged to
 * @param keys what CTM is shown
 * @param remembered the version of the credentials for whose holder answers to reads may be shared and remembered; empty
 *     when CTM is to be asked each time
 */
public record CtmAccess(String connection, CtmKeys keys, OptionalLong remembered) {
    /** The right to ask CTM each time. */
    public CtmAccess(String connection, CtmKeys keys) {
        this(connection, keys, OptionalLong.empty());
    }

    /**
     * The same right, but what CTM has answered a moment ago will do.
     *
     * @param version of the credentials: nothing is shared between versions
     */
    public CtmAccess remembering(long version) {
        return new CtmAccess(connection, keys, OptionalLong.of(version));
    }
}
