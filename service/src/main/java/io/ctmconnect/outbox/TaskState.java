package io.ctmconnect.outbox;

import java.util.Locale;

/** Where a row stands. */
public enum TaskState {
    /** Waits for a change of another document. */
    HELD,
    /** To be done when it is due. */
    READY,
    /** Done. Kept for a while, so that the same work is not taken on again. */
    DONE,
    /** Never to be done: its change did not happen. Kept as long as a done one. */
    DROPPED,
    /** Not done, and not tried any more until an operator releases it. */
    PARKED;

    /** As it is stored and typed by operators. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaskState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
