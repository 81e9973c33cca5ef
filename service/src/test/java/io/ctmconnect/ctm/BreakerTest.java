package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerTest {
    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final String PART = "482913";

    private final HandTicker time = new HandTicker();
    private final Breakers breakers = new Breakers(OPEN, time);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed(PART, false);
        }
    }

    private boolean isShut() {
        return breakers.shutFor(PART).isPositive();
    }

    private void openAndWait() {
        fail(Breaker.FAILURES);
        time.pass(OPEN);
    }

    @Test
    void itOpensAfterFailuresInARow() {
        fail(Breaker.FAILURES - 1);
        assertThat(isShut()).isFalse();

        assertThat(breakers.failed(PART, false)).isTrue();
        assertThat(breakers.shutFor(PART)).isEqualTo(OPEN);
    }

    @Test
    void anAnswerInBetweenBeginsAnew() {
        fail(Breaker.FAILURES - 1);
        breakers.answered(PART, false);
        fail(Breaker.FAILURES - 1);

        assertThat(isShut()).isFalse();
    }

    @Test
    void anotherPartIsNotShut() {
        fail(Breaker.FAILURES);

        assertThat(breakers.shutFor("482914")).isZero();
    }

    @Test
    void afterAWhileOneRequestTries() {
        openAndWait();

        assertThat(isShut()).isFalse();
        assertThat(breakers.beginsTrial(PART)).isTrue();
        assertThat(isShut()).isTrue();
    }

    @Test
    void theTrialsAnswerCloses() {
        openAndWait();
        breakers.beginsTrial(PART);

        breakers.answered(PART, true);

        assertThat(isShut()).isFalse();
        assertThat(breakers.beginsTrial(PART)).isFalse();
        assertThat(breakers.open()).isZero();
    }

    @Test
    void theTrialsFailureOpensAnew() {
        openAndWait();
        breakers.beginsTrial(PART);

        assertThat(breakers.failed(PART, true)).isTrue();

        assertThat(breakers.shutFor(PART)).isEqualTo(OPEN);
    }

    @Test
    void aTrialThatToldNothingIsFollowedByAnother() {
        openAndWait();
        breakers.beginsTrial(PART);

        breakers.unclear(PART, true);

        assertThat(isShut()).isFalse();
        assertThat(breakers.beginsTrial(PART)).isTrue();
    }

    @Test
    void whatWasSentBeforeItOpenedChangesNothing() {
        fail(Breaker.FAILURES);
        time.pass(OPEN.dividedBy(2));

        assertThat(breakers.failed(PART, false)).isFalse();
        breakers.answered(PART, false);
        breakers.unclear(PART, false);

        assertThat(breakers.shutFor(PART)).isEqualTo(OPEN.dividedBy(2));
    }

    @Test
    void onlyPartsThatFailAreRememberedAndNotAnyNumberOfThem() {
        breakers.answered("1", false);
        assertThat(breakers.remembered()).isZero();

        for (int part = 0; part < 10_000; part++) {
            breakers.failed("part " + part, false);
        }

        assertThat(breakers.remembered()).isEqualTo(Breakers.KEPT);
    }
}
