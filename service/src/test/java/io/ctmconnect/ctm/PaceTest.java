package io.ctmconnect.ctm;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ANSWERS_TO_RECOVER = 200;

    private final HandTicker time = new HandTicker();

    private Pace pace(int perSecond) {
        return new Pace(perSecond, time);
    }

    private static int takeAll(Pace pace) {
        int taken = 0;
        while (pace.take()) {
            taken++;
        }
        return taken;
    }

    @Test
    void aSecondsWorthGoesAtOnceAndTheRestByThePace() {
        Pace pace = pace(8);

        assertThat(takeAll(pace)).isEqualTo(8);
        assertThat(pace.until(1)).isEqualTo(Duration.ofMillis(125));
        time.pass(Duration.ofMillis(124));
        assertThat(pace.take()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(pace.take()).isTrue();
    }

    @Test
    void nothingGoesBeforeTheWaitIsOverAndThenHalfAsMuch() {
        Pace pace = pace(8);
        pace.take();

        assertThat(pace.limited(0, Duration.ofSeconds(30))).isTrue();

        assertThat(pace.until(1)).isEqualTo(Duration.ofSeconds(30));
        time.pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(pace.take()).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(takeAll(pace)).isEqualTo(4);
        time.pass(SECOND);
        assertThat(takeAll(pace)).isEqualTo(4);
    }

    @Test
    void aSlowDownWithoutAWaitLeavesNothingToBeSentAtOnce() {
        Pace pace = pace(8);

        pace.limited(0, Duration.ZERO);

        assertThat(pace.take()).isFalse();
        assertThat(pace.until(1)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void theRefusalsOfOneMomentAreOneSlowDownAndTheLongestWaitCounts() {
        Pace pace = pace(8);

        pace.limited(0, Duration.ofSeconds(9));
        assertThat(pace.limited(0, Duration.ofSeconds(3))).isFalse();

        assertThat(pace.perMinute()).isEqualTo(240);
        assertThat(pace.until(1)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void whatWasSentBeforeTheSlowDownDoesNotBringThePaceBack() {
        Pace pace = pace(8);
        pace.limited(0, Duration.ZERO);

        for (int i = 0; i < ANSWERS_TO_RECOVER; i++) {
            pace.answered(0);
        }

        assertThat(pace.perMinute()).isEqualTo(240);
    }

    @Test
    void thePaceComesBackInSteps() {
        Pace pace = pace(10);
        pace.limited(0, Duration.ZERO);
        List<Integer> paces = new ArrayList<>();

        for (int i = 0; i < 120; i++) {
            pace.answered(1);
            paces.add(pace.perMinute());
        }

        assertThat(paces.stream().distinct()).containsExactly(300, 360, 420, 480, 540, 600);
        assertThat(paces.indexOf(600)).isEqualTo(99);
    }

    @Property
    void itIsNeverAboveTheConfiguredPaceNorBelowTheSlowest(
            @ForAll @IntRange(min = 1, max = 200) int perSecond,
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 999) Integer> steps) {
        Pace pace = pace(perSecond);
        List<Long> sent = new ArrayList<>();

        for (int step : steps) {
            play(pace, step, sent);
            assertThat(pace.perMinute()).isBetween(Pace.SLOWEST, perSecond * 60);
            assertThat(pace.until(1)).isGreaterThanOrEqualTo(Duration.ZERO);
        }

        for (int first = 0; first < sent.size(); first++) {
            for (int last = first; last < sent.size(); last++) {
                double seconds = (sent.get(last) - sent.get(first)) / 1e9;
                assertThat(last - first + 1.0).isLessThanOrEqualTo(perSecond + perSecond * seconds + 1e-6);
            }
        }
    }

    /** One step: requests that are sent, an answer, a refusal, or time that passes. */
    private void play(Pace pace, int step, List<Long> sent) {
        switch (step % 5) {
            case 0, 1 -> {
                while (pace.take()) {
                    sent.add(time.read());
                }
            }
            case 2 -> {
                for (int i = 0; i < step / 5; i++) {
                    pace.answered(pace.slowdowns());
                }
            }
            case 3 -> time.pass(Duration.ofMillis(step));
            default -> {
                if (step % 3 == 0) {
                    pace.limited(pace.slowdowns() - step % 2, Duration.ofMillis(step));
                }
            }
        }
    }

    @Property
    void nothingIsSentWhileCtmWantsSilence(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 5000) Integer> waits) {
        Pace pace = pace(perSecond);
        long silentUntil = time.read();

        for (int wait : waits) {
            pace.limited(pace.slowdowns(), Duration.ofMillis(wait));
            silentUntil += Math.max(0, time.read() + wait * 1_000_000L - silentUntil);
            time.pass(Duration.ofMillis(wait / 3));
            if (silentUntil - time.read() > 0) {
                assertThat(pace.take()).isFalse();
            }
        }
    }

    @Property
    void afterAnySlowDownsItRecovers(
            @ForAll @IntRange(min = 1, max = 10_000) int perSecond,
            @ForAll @IntRange(min = 1, max = 30) int slowdowns) {
        Pace pace = pace(perSecond);
        for (int i = 0; i < slowdowns; i++) {
            pace.limited(pace.slowdowns(), Duration.ZERO);
        }

        for (int i = 0; i < ANSWERS_TO_RECOVER; i++) {
            pace.answered(pace.slowdowns());
        }

        assertThat(pace.perMinute()).isEqualTo(perSecond * 60);
        assertThat(pace.isSlowed()).isFalse();
    }

    @Property
    void whoWaitsAsLongAsItSaysMayGo(
            @ForAll @IntRange(min = 1, max = 100) int perSecond,
            @ForAll @IntRange(min = 0, max = 9) int slowdowns,
            @ForAll @IntRange(min = 1, max = 50) int requests) {
        Pace pace = pace(perSecond);
        for (int i = 0; i < slowdowns; i++) {
            pace.limited(pace.slowdowns(), Duration.ofMillis(i * 100L));
        }

        Duration wait = pace.until(requests);
        long start = time.read();
        for (int i = 0; i < requests; i++) {
            time.pass(pace.until(1).plusNanos(1)); // rounded down
            assertThat(pace.take()).isTrue();
        }

        assertThat(time.read() - start).isLessThanOrEqualTo(wait.toNanos() + 2L * requests);
    }
}
