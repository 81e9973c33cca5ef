package io.ctmconnect.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot start or stop; the message says which file or port it is about and what to do. */
public final class EmbeddedMongoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedMongoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
