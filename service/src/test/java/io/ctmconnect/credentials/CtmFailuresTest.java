package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmException;
import io.ctmconnect.ctm.Failures;
import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.http.ErrorBody;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class CtmFailuresTest {
    private static void assertBecomes(CtmException failure, int status, String code, String message) {
        assertThat(ApiErrors.body(CtmFailures.asApi(failure)))
                .isEqualTo(new ErrorBody(false, status, message, code, null, null));
    }

    @Test
    void refusedCredentialsAreAnInvalidatedToken() {
        assertBecomes(Failures.unauthorized(), 401, "TOKEN_INVALIDATED", "TOKEN_INVALIDATED");
    }

    @Test
    void whatCtmDoesNotKnowIsNotFoundWithItsReason() {
        assertBecomes(Failures.notFound("call not found"), 404, "NOT_FOUND", "call not found");
    }

    @Test
    void whatCtmRejectsKeepsItsStatusAndReason() {
        assertBecomes(Failures.rejected(406, "name is short"), 406, "CTM_REJECTED", "name is short");
        assertBecomes(Failures.rejected(400, "already exists"), 400, "CTM_REJECTED", "already exists");
    }

    @Test
    void aLimitedRateSaysWhenToTryAgain() {
        CtmException limited = Failures.rateLimited(Duration.ofSeconds(7));

        assertThat(ApiErrors.body(CtmFailures.asApi(limited)).errno()).isEqualTo(429);
        assertThat(ApiErrors.body(CtmFailures.asApi(limited)).code()).isEqualTo("CTM_RATE_LIMITED");
        assertThat(ApiErrors.retryAfter(CtmFailures.asApi(limited))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatIsDownIsUnavailableWithoutDetail() {
        assertBecomes(Failures.unavailable(), 502, "CTM_UNAVAILABLE", "CTM_UNAVAILABLE");
    }

    @Test
    void whatIsNotAskedSaysWhenItIsAskedAgain() {
        CtmException shut = Failures.shut(Duration.ofSeconds(9));

        assertBecomes(shut, 502, "CTM_UNAVAILABLE", "CTM_UNAVAILABLE");
        assertThat(ApiErrors.retryAfter(CtmFailures.asApi(shut))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void whatTakesTooLongIsUnavailableAsATimeout() {
        assertBecomes(Failures.timedOut(), 504, "CTM_UNAVAILABLE", "CTM_UNAVAILABLE");
    }
}
