package io.ctmconnect.sandbox.fcm;

import io.ctmconnect.sandbox.HandClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTokensTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-03-17T18:00:00Z"));
    private final AccessTokens tokens = new AccessTokens(clock);

    @Test
    void aTokenHoldsUntilItsLifeIsOver() {
        String token = tokens.issue(Duration.ofSeconds(60));

        clock.forward(Duration.ofSeconds(59));
        assertThat(tokens.holds(token)).isTrue();
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.holds(token)).isFalse();
    }

    @Test
    void tokensDifferAndEndTogether() {
        String first = tokens.issue(Duration.ofHours(1));
        String second = tokens.issue(Duration.ofHours(1));

        assertThat(first).isNotEqualTo(second);
        tokens.revoke();
        assertThat(tokens.holds(first) || tokens.holds(second)).isFalse();
        assertThat(tokens.holds("made up")).isFalse();
        assertThat(tokens.issued()).isEqualTo(2);
    }
}
