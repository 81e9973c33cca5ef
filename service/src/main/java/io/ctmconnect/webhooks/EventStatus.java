package io.ctmconnect.webhooks;

import java.util.stream.Stream;

/** What has become of a received event. */
enum EventStatus {
    /** It is stored and will be worked off. */
    PENDING("pending"),
    /** The call is stored and counted. */
    PROCESSED("processed"),
    /** It is about a text, a form or a chat: nothing to count. */
    IGNORED("ignored"),
    /** It failed for good; see the reason. */
    PARKED("parked"),
    /** It proved nothing: kept for a look, attributed to nobody. */
    UNVERIFIED("unverified"),
    /** It is no JSON or names no call. */
    REJECTED("rejected");

    private final String wire;

    EventStatus(String wire) {
        this.wire = wire;
    }

    static EventStatus of(String wire) {
        return Stream.of(values())
                .filter(status -> status.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }

    String wire() {
        return wire;
    }
}
