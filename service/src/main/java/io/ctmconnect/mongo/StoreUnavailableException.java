package io.ctmconnect.mongo;

/** The store cannot be reached or did not take the operation; whether a write happened is not known. */
public final class StoreUnavailableException extends RuntimeException {
    StoreUnavailableException(Throwable cause) {
        super("the store is not available", cause);
    }
}
