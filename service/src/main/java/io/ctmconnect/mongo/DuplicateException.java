package io.ctmconnect.mongo;

/** A write would have broken a unique index; nothing was written. */
public final class DuplicateException extends RuntimeException {
    DuplicateException(Throwable cause) {
        super("duplicate key", cause);
    }
}
