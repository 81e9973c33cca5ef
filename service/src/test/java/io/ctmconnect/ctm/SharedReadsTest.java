package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.ctm.SharedReads.Limits;
import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SharedReadsTest {
    private static final ReadKey KEY = key(1);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answering = new CountDownLatch(1);

    private SharedReads reads(long bytes, Duration patience) {
        return new SharedReads(
                new Limits(KEPT, bytes, patience), new ReadMetrics(metrics), InstantSource.system(), nanos::get);
    }

    private SharedReads reads() {
        return reads(1_000_000, PATIENCE);
    }

    private static ReadKey key(int number) {
        return new ReadKey("c", 1, 1, Secret.of("GET /" + number));
    }

    private static JsonNode json(int number) {
        return Json.of("{'n': " + number + "}");
    }

    /** Counts, and answers with the count. */
    private JsonNode atOnce() {
        return json(asked.incrementAndGet());
    }

    /** As {@link #atOnce}, when the test says so. */
    private JsonNode whenTold() {
        int number = asked.incrementAndGet();
        try {
            answering.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return json(number);
    }

    private JsonNode failing() {
        whenTold();
        throw new CtmException.Unavailable("down");
    }

    private double count(String answer) {
        return metrics.counter("ctm.reads", "answer", answer).count();
    }

    private double bytes() {
        return metrics.get("ctm.cache.bytes").gauge().value();
    }

    private List<Future<Answered>> callers(int number, ExecutorService threads, Supplier<Answered> read) {
        List<Future<Answered>> callers = IntStream.range(0, number)
                .mapToObj(_ -> threads.submit(read::get))
                .toList();
        await().until(() -> count("miss") + count("shared") == number);
        return callers;
    }

    @Test
    void callersAtTheSameTimeShareOneRequest() throws ExecutionException, InterruptedException {
        SharedReads reads = reads();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> callers = callers(20, threads, () -> reads.get(KEY, this::whenTold));
            answering.countDown();

            for (Future<Answered> caller : callers) {
                assertThat(caller.get().json()).isEqualTo(json(1));
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(count("miss")).isEqualTo(1);
        assertThat(count("shared")).isEqualTo(19);
    }

    @Test
    void aFailureIsSharedAndNotRemembered() {
        SharedReads reads = reads();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> callers = callers(5, threads, () -> reads.get(KEY, this::failing));
            answering.countDown();

            callers.forEach(
                    caller -> assertThatThrownBy(caller::get).hasCauseInstanceOf(CtmException.Unavailable.class));
        }
        assertThat(asked).hasValue(1);
        assertThat(reads.get(KEY, this::atOnce).json()).isEqualTo(json(2));
    }

    @Test
    void anAnswerIsRememberedForItsTimeAndNoLonger() {
        SharedReads reads = reads();
        reads.get(KEY, this::atOnce);
        await("its time has begun").until(() -> bytes() > 0);

        nanos.addAndGet(KEPT.toNanos() - 1);
        assertThat(reads.get(KEY, this::atOnce).json()).isEqualTo(json(1));
        assertThat(count("hit")).isEqualTo(1);

        nanos.addAndGet(1);
        assertThat(reads.get(KEY, this::atOnce).json()).isEqualTo(json(2));
    }

    @Test
    void anotherReadIsAnotherRequest() {
        SharedReads reads = reads();

        assertThat(reads.get(key(1), this::atOnce).json()).isEqualTo(json(1));
        assertThat(reads.get(key(2), this::atOnce).json()).isEqualTo(json(2));
    }

    @Test
    void whoGivesUpTakesNobodyDown() throws ExecutionException, InterruptedException {
        SharedReads reads = reads();
        var givenUp = new CompletableFuture<Throwable>();
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                reads.get(KEY, this::whenTold);
            } catch (RuntimeException e) {
                givenUp.complete(e);
            }
        });
        await().until(() -> asked.get() == 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answered> second = threads.submit(() -> reads.get(KEY, this::atOnce));
            await().until(() -> count("shared") == 1);

            first.interrupt();
            assertThat(givenUp.get()).isInstanceOf(CtmException.TimedOut.class);
            answering.countDown();

            assertThat(second.get().json()).isEqualTo(json(1));
        }
    }

    @Test
    void nobodyWaitsLongerThanItsOwnPatience() {
        SharedReads reads = reads(1_000_000, Duration.ofMillis(50));
        assertThatExceptionOfType(CtmException.TimedOut.class).isThrownBy(() -> reads.get(KEY, this::whenTold));
        assertThatExceptionOfType(CtmException.TimedOut.class).isThrownBy(() -> reads.get(KEY, this::atOnce));
        assertThat(count("shared")).isEqualTo(1);

        answering.countDown();

        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsRememberedIsBounded() {
        int most = 50_000;
        SharedReads reads = reads(most, PATIENCE);
        JsonNode answer = Json.of("{'text': '" + "x".repeat(1000) + "'}");

        IntStream.range(0, 100).forEach(number -> reads.get(key(number), () -> answer));

        await().until(() -> metrics.counter("ctm.cache.evictions").count() > 50);
        assertThat(bytes()).isPositive().isLessThanOrEqualTo(most);
    }

    @Test
    void anAnswerThatIsTooLargeIsAnsweredAllTheSame() {
        SharedReads reads = reads(100, PATIENCE);

        assertThat(reads.get(KEY, this::atOnce).json()).isEqualTo(json(1));
        assertThat(bytes()).isZero();
    }

    @Test
    void whatIsSearchedForIsNotPrinted() {
        assertThat(new ReadKey("c", 1, 1, Secret.of("+14105550129"))).asString().doesNotContain("0129");
    }
}
