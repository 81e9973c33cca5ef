package io.ctmconnect.ctm;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmThreadsTest {
    @AfterEach
    void clear() {
        MDC.clear();
    }

    private static void nothing() {}

    private static <T> List<Supplier<T>> times(int count, Supplier<T> task) {
        return IntStream.range(0, count).mapToObj(_ -> task).toList();
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<Supplier<Integer>> tasks = IntStream.range(0, 20)
                .<Supplier<Integer>>mapToObj(number -> () -> number)
                .toList();

        assertThat(CtmThreads.all(tasks, CtmThreadsTest::nothing))
                .isEqualTo(IntStream.range(0, 20).boxed().toList());
        assertThat(CtmThreads.all(List.of(), CtmThreadsTest::nothing)).isEmpty();
    }

    @Test
    void fourRunAtOnceAndNoMore() {
        var running = new AtomicInteger();
        var all = new CyclicBarrier(CtmThreads.AT_ONCE);
        List<Integer> seen = CtmThreads.all(
                times(20, () -> {
                    int now = running.incrementAndGet();
                    await(all);
                    running.decrementAndGet();
                    return now;
                }),
                CtmThreadsTest::nothing);

        assertThat(seen).hasSize(20).allSatisfy(now -> assertThat(now).isBetween(1, 4));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneTaskStaysOnTheCallersThread() {
        assertThat(CtmThreads.all(List.of(Thread::currentThread), CtmThreadsTest::nothing))
                .containsExactly(Thread.currentThread());
    }

    @Test
    void atAFailureTheOthersAreToldToStopAndNoMoreBegin() {
        var started = new CountDownLatch(2);
        var stop = new CountDownLatch(1);
        var begun = new AtomicInteger();
        Supplier<Integer> endless = () -> {
            started.countDown();
            await(stop);
            return 0;
        };
        Supplier<Integer> failing = () -> {
            await(started);
            throw new CtmException.Unavailable("gone");
        };
        List<Supplier<Integer>> tasks = new ArrayList<>(List.of(endless, endless, endless, failing));
        tasks.addAll(times(100, () -> {
            int now = begun.incrementAndGet();
            await(stop);
            return now;
        }));

        assertThatExceptionOfType(CtmException.Unavailable.class)
                .isThrownBy(() -> CtmThreads.all(tasks, stop::countDown))
                .withMessage("gone");
        assertThat(begun).hasValueLessThanOrEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theyLogWithTheRequestsFieldsAndAddUpItsTimeWithCtm() {
        MDC.put("request_id", "r-1");
        UpstreamTime.add(Duration.ofMillis(5));
        Set<String> ids = ConcurrentHashMap.newKeySet();

        CtmThreads.all(
                times(10, () -> {
                    UpstreamTime.add(Duration.ofMillis(7));
                    return ids.add(String.valueOf(MDC.get("request_id")));
                }),
                CtmThreadsTest::nothing);

        assertThat(ids).containsExactly("r-1");
        assertThat(MDC.get("upstream_ms")).hasToString("75");
    }

    @Test
    void theTimeIsCountedAlsoWhenTheyAskFirst() {
        CtmThreads.all(
                times(2, () -> {
                    UpstreamTime.add(Duration.ofMillis(7));
                    return 0;
                }),
                CtmThreadsTest::nothing);

        assertThat(MDC.get("upstream_ms")).hasToString("14");
    }
}
