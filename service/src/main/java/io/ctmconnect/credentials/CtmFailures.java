package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;

/** Says in the contract's words what went wrong with CTM. */
final class CtmFailures {
    private CtmFailures() {}

    static ApiException asApi(CtmException failure) {
        return switch (failure) {
            case CtmException.Unauthorized _ -> ApiException.of(ErrorCode.TOKEN_INVALIDATED);
            case CtmException.NotFound _ -> ApiException.of(ErrorCode.NOT_FOUND, message(failure));
            case CtmException.Rejected rejected ->
                ApiException.of(ErrorCode.CTM_REJECTED, message(failure)).withStatus(rejected.status());
            case CtmException.RateLimited limited ->
                ApiException.of(ErrorCode.CTM_RATE_LIMITED).withRetryAfter(limited.retryAfter());
            case CtmException.Unavailable unavailable ->
                unavailable
                        .retryAfter()
                        .map(ApiException.of(ErrorCode.CTM_UNAVAILABLE)::withRetryAfter)
                        .orElseGet(() -> ApiException.of(ErrorCode.CTM_UNAVAILABLE));
            case CtmException.TimedOut _ ->
                ApiException.of(ErrorCode.CTM_UNAVAILABLE).withStatus(504);
        };
    }

    private static String message(CtmException failure) {
        return String.valueOf(failure.getMessage());
    }
}
