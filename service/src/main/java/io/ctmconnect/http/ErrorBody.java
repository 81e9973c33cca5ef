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
 * @param stands what a request that failed half-way has left behind, present only if there is such a thing
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
        List<Violation> errors,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What a request that failed half-way has left behind; absent when that is nothing")
        @Nullable
        List<Standing> stands) {

    static ErrorBody of(ErrorCode code, int status) {
        return of(code, status, code.message());
    }

    static ErrorBody of(ErrorCode code, int status, String message) {
        return new ErrorBody(false, status, message, code.name(), null, null);
    }

    ErrorBody withStatus(int status) {
        return new ErrorBody(success, status, message, code, errors, stands);
    }

    ErrorBody withErrors(List<Violation> violations) {
        return new ErrorBody(success, errno, message, code, violations.isEmpty() ? null : violations, stands);
    }

    ErrorBody withStands(String text, List<Standing> left) {
        return new ErrorBody(success, errno, text, code, errors, left.isEmpty() ? null : left);
    }
}
