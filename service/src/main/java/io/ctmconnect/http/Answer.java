package io.ctmconnect.http;

import org.jspecify.annotations.Nullable;

/**
 * The success envelope.
 *
 * @param success always true
 * @param message always {@code SUCCESS}
 * @param data what the route answers; null only where the route says so
 */
public record Answer<T extends @Nullable Object>(boolean success, String message, T data) {
    /** Wraps what a route answers. */
    public static <T extends @Nullable Object> Answer<T> of(T data) {
        return new Answer<>(true, "SUCCESS", data);
    }
}
