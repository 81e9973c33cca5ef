package io.ctmconnect.outbox;

/** What became of the change that a held row waits for. */
public enum Fact {
    /** It happened: the row's work is due. */
    HAPPENED,
    /** It did not happen and cannot any more: the row is dropped. */
    NEVER,
    /** Nobody can tell yet: it is asked again later. */
    NOT_YET
}
