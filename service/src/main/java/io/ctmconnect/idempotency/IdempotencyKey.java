package io.ctmconnect.idempotency;

import io.ctmconnect.http.Fields;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key}: chosen by the caller, 1 to 255 printable ASCII characters. */
public final class IdempotencyKey {
    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");

    private IdempotencyKey() {}

    /**
     * The request's key, null when it has none; a bad one is noted among the body's violations.
     *
     * @param given the header's values
     */
    public static @Nullable String of(@Nullable List<String> given, Fields fields) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        String key = given.getFirst();
        if (given.size() > 1 || key.isBlank() || !PRINTABLE.matcher(key).matches()) {
            fields.note(HEADER, "must be given once, with 1 to 255 printable ASCII characters");
        }
        return key;
    }
}
