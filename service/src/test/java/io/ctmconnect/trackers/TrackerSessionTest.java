package io.ctmconnect.trackers;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class TrackerSessionTest {
    @Test
    void whatFailedMayHaveBeenDone() {
        assertThat(TrackerSession.isRefused(ApiException.of(ErrorCode.CTM_UNAVAILABLE)))
                .isFalse();
        assertThat(TrackerSession.isRefused(
                        ApiException.of(ErrorCode.CTM_UNAVAILABLE).withStatus(504)))
                .isFalse();
    }

    @Test
    void whatWasNotSentWasNotDone() {
        Duration wait = Duration.ofSeconds(9);

        assertThat(TrackerSession.isRefused(
                        ApiException.of(ErrorCode.CTM_UNAVAILABLE).withRetryAfter(wait)))
                .isTrue();
        assertThat(TrackerSession.isRefused(
                        ApiException.of(ErrorCode.CTM_RATE_LIMITED).withRetryAfter(wait)))
                .isTrue();
    }
}
