package io.ctmconnect.mongo;

/** Ends a process of a test as {@code kill -9} does: nothing catches it. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
