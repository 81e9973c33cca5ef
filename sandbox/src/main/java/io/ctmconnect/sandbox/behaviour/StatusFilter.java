package io.ctmconnect.sandbox.behaviour;

/** What CTM's {@code status} and {@code call_status[]} filter on calls does; it is known to be unreliable. */
public enum StatusFilter {
    /** A row is kept when its outcome means the same as a word asked for, in any spelling. */
    HONOURED,
    /** A row is kept when any of its three status fields is spelled exactly as a word asked for. */
    SLOPPY,
    /** Every row is kept. */
    IGNORED
}
