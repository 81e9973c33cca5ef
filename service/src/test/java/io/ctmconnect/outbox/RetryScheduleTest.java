package io.ctmconnect.outbox;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {
    private static final List<Duration> OF_THE_CONTRACT = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    @Test
    void theWaitsAreThoseOfTheContract() {
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(attempt -> RetrySchedule.after(attempt, 0).orElseThrow()))
                .containsExactlyElementsOf(OF_THE_CONTRACT);
    }

    @Test
    void theSixthAttemptIsTheLast() {
        assertThat(RetrySchedule.after(RetrySchedule.ATTEMPTS, 0)).isEmpty();
        assertThat(RetrySchedule.after(RetrySchedule.ATTEMPTS + 1, 0)).isEmpty();
        assertThat(RetrySchedule.ATTEMPTS).isEqualTo(OF_THE_CONTRACT.size() + 1);
    }

    @Property
    void jitterMakesAWaitLongerByAQuarterAtMost(
            @ForAll @IntRange(min = 1, max = 5) int attempt, @ForAll @DoubleRange(min = 0, max = 1) double random) {
        Duration least = OF_THE_CONTRACT.get(attempt - 1);

        assertThat(RetrySchedule.after(attempt, random).orElseThrow())
                .isBetween(least, least.multipliedBy(5).dividedBy(4));
    }
}
