package io.ctmconnect.webhooks;

import java.util.Optional;
import java.util.stream.Stream;

/** The events that a campaign can be subscribed to. CTM has one webhook for each, and does not name it in what it sends. */
enum CallEventKind {
    /** The call has begun. */
    RECEIVED("call.received", "start"),
    /** The call has ended, with its timings. */
    COMPLETED("call.completed", "end");

    private final String wire;
    private final String position;

    CallEventKind(String wire, String position) {
        this.wire = wire;
        this.position = position;
    }

    /** The platform's word. */
    String wire() {
        return wire;
    }

    /** CTM's word: when the webhook fires. */
    String position() {
        return position;
    }

    static Optional<CallEventKind> of(String wire) {
        return Stream.of(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }
}
