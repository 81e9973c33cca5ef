package io.ctmconnect.http;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Bodies that must be there. */
public final class Bodies {
    private Bodies() {}

    /**
     * The form that was read; the framework gives null for an empty body.
     *
     * @throws ApiException {@link ErrorCode#VALIDATION_FAILED} when there is none
     */
    public static <T> T given(@Nullable T form) {
        if (form == null) {
            throw ApiException.invalid(List.of(new Violation("body", "must be a JSON object")));
        }
        return form;
    }
}
