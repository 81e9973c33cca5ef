package io.ctmconnect.webhooks;

import java.util.stream.Stream;

/** What an event's signature is worth, or that it needs none. */
enum Verdict {
    /** A secret that is held for the event's CTM account has signed it. */
    VALID("valid"),
    /** It is signed, and none of those secrets has signed it. */
    INVALID("invalid"),
    /** It is not signed. */
    ABSENT("absent"),
    /** It is signed, and no secret is held for its CTM account. */
    UNKNOWN("unknown"),
    /** No webhook has brought it: reconciliation has read the call from CTM. */
    RECONCILED("reconciled");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    /** The word on the wire and in the store. */
    String wire() {
        return wire;
    }

    static Verdict of(String wire) {
        return Stream.of(values())
                .filter(verdict -> verdict.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
