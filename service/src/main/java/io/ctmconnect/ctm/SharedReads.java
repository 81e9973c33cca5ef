package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jboss.logging.MDC;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers a read from memory, or lets all who want the same at the same time wait for one request. The request runs on a
 * thread of its own, so that it belongs to none of them: who gives up takes nobody down. A failure is everybody's who
 * waited, and is not remembered.
 */
final class SharedReads {
    private final AsyncCache<ReadKey, ReadOutcome> answers;
    private final Limits limits;
    private final ReadMetrics metrics;
    private final InstantSource clock;

    /**
     * @param kept how long an answer is remembered after it has come
     * @param bytes that all of them may take, by {@link AnswerWeight}
     * @param patience how long a caller waits
     */
    record Limits(Duration kept, long bytes, Duration patience) {}

    SharedReads(Limits limits, ReadMetrics metrics, InstantSource clock, Ticker ticker) {
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(limits.bytes())
                .weigher(new AnswerWeight())
                .expireAfterWrite(limits.kept())
                .ticker(ticker)
                .scheduler(Scheduler.systemScheduler())
                .evictionListener((_, _, cause) -> metrics.evicted(cause))
                .buildAsync();
        metrics.bytes(this::bytes);
    }

    /**
     * The answer to a read.
     *
     * @param ask asks CTM
     * @throws CtmException when CTM did not answer as asked, or not in time for this caller
     */
    Answered get(ReadKey key, Supplier<JsonNode> ask) {
        var mine = new CompletableFuture<ReadOutcome>();
        CompletableFuture<ReadOutcome> present = answers.asMap().putIfAbsent(key, mine);
        if (present == null) {
            metrics.missed();
            begin(key, mine, ask);
            return await(mine);
        }
        metrics.found(present.isDone());
        return await(present);
    }

    /** Only now, when the key is in its place: whoever asks for it from here on finds this request. */
    private void begin(ReadKey key, CompletableFuture<ReadOutcome> result, Supplier<JsonNode> ask) {
        Map<String, Object> logFields = UpstreamTime.logFields();
        Thread.ofVirtual().name("ctm-read").start(() -> {
            logFields.forEach(MDC::put);
            settle(key, result, ask);
        });
    }

    /** A failure is taken away before anybody hears of it: who then asks again does not find it. */
    private void settle(ReadKey key, CompletableFuture<ReadOutcome> result, Supplier<JsonNode> ask) {
        Instant at = clock.instant();
        try {
            result.complete(new ReadOutcome.Answer(new Answered(ask.get(), at)));
        } catch (RuntimeException e) {
            answers.asMap().remove(key, result);
            result.complete(new ReadOutcome.Failure(e));
        } catch (Error e) {
            answers.asMap().remove(key, result);
            result.completeExceptionally(e);
        }
    }

    private Answered await(CompletableFuture<ReadOutcome> result) {
        try {
            return result.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .get();
        } catch (TimeoutException _) {
            throw new CtmException.TimedOut();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CtmException.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bytes() {
        answers.synchronous().cleanUp();
        return answers.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElseThrow();
    }
}
