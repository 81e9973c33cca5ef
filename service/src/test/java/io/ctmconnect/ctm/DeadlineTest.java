package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aFarDeadlineLeavesTheWholeTime() {
        assertThat(Deadline.in(Duration.ofDays(1)).atMost(SECOND)).isEqualTo(SECOND);
    }

    @Test
    void aPastDeadlineLeavesNoTimeAndNeverLess() {
        Deadline past = Deadline.in(Duration.ofDays(-1));

        assertThat(past.remaining()).isZero();
        assertThat(past.atMost(SECOND)).isZero();
    }

    @Test
    void aNearDeadlineCutsTheTime() {
        assertThat(Deadline.in(Duration.ofMinutes(1)).atMost(Duration.ofHours(1)))
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
}
