package io.ctmconnect.http;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the caller of the API would see of an error, for the tests of every package. */
public final class ApiErrors {
    private ApiErrors() {}

    /** The body of the error that a call ends with. */
    public static ErrorBody thrownBy(ThrowingCallable call) {
        ApiException error = catchThrowableOfType(ApiException.class, call);
        assertThat(error).isNotNull();
        return error.body();
    }

    /** Every violation that a call ends with, as field and rule. */
    public static List<String> violationsOf(ThrowingCallable call) {
        ErrorBody body = thrownBy(call);
        assertThat(body.code()).isEqualTo("VALIDATION_FAILED");
        List<Violation> errors = body.errors();
        return errors == null ? List.of() : errors.stream().map(Violation::text).toList();
    }

    /** The body that an error becomes. */
    public static ErrorBody body(ApiException error) {
        return error.body();
    }

    /** When an error says to try again. */
    public static @Nullable Duration retryAfter(ApiException error) {
        return error.retryAfter();
    }
}
