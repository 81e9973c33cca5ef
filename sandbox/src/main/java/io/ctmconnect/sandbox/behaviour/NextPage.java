package io.ctmconnect.sandbox.behaviour;

/** The forms of {@code next_page} and {@code previous_page} that clients of CTM are known to read. */
public enum NextPage {
    /** The page's number. */
    INTEGER,
    /** The page's full address. */
    URL,
    /** Always null, as on the last page. */
    NULL
}
