package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class EndingTest {
    private static final Duration WAIT = Duration.ofSeconds(7);

    @Test
    void refusalsAreAnswers() {
        assertThat(Ending.of(Failures.unauthorized(), true)).isEqualTo(new Ending.Answered());
        assertThat(Ending.of(Failures.notFound("call not found"), true)).isEqualTo(new Ending.Answered());
        assertThat(Ending.of(Failures.rejected(403, "no"), true)).isEqualTo(new Ending.Answered());
    }

    @Test
    void a429CarriesItsWait() {
        assertThat(Ending.of(Failures.rateLimited(WAIT), true)).isEqualTo(new Ending.Limited(WAIT));
    }

    @Test
    void aSilenceCountsOnlyWhenCtmHadTheWholeTime() {
        assertThat(Ending.of(Failures.unavailable(), false)).isEqualTo(new Ending.Failed());
        assertThat(Ending.of(Failures.timedOut(), true)).isEqualTo(new Ending.Failed());
        assertThat(Ending.of(Failures.timedOut(), false)).isEqualTo(new Ending.Unclear());
    }
}
