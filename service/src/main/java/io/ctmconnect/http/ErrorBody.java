package io.ctmconnect.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The error envelope.
 *
 * @param success always false
 * @param errno the HTTP status once more
 * @param message a text for people
 * @param code one of {@link ErrorCode}, for programs
 * @param errors every violation, present for validation errors only
 */
@Schema(description = "The error envelope")
public record ErrorBody(
        boolean success,
        @Schema(examples = "400") int errno,
        @Schema(examples = "username must not be blank") String message,
        @Schema(examples = "VALIDATION_FAILED") String code,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Every violation; with VALIDATION_FAILED only")
        @Nullable
        List<Violation> errors) {

    static ErrorBody of(ErrorCode code, int status, String message, List<Violation> violations) {
        return new ErrorBody(false, status, message, code.name(), violations.isEmpty() ? null : violations);
    }

    static ErrorBody of(ErrorCode code, int status) {
        return of(code, status, code.message(), List.of());
    }
}
