package io.ctmconnect.ctm;

import org.jboss.logging.MDC;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks CTM for several things at once on behalf of one request, on virtual threads that log with its fields. Each request to
 * CTM is charged to the connection's budget as always.
 */
public final class CtmThreads {
    /**
     * Tasks at a time. Enough to use up the default budget of 8 requests a second while an answer takes half a second; and
     * another request of the connection has no more than these before it in the queue for the budget.
     */
    public static final int AT_ONCE = 4;

    private CtmThreads() {}

    /**
     * The results, in the order of the tasks. A single task runs on the caller's thread.
     *
     * @param stop is run at the first failure, for tasks under way to look at: they are not interrupted, because they may
     *     be about to renew or to flag the connection. Tasks that have not begun are dropped
     * @throws RuntimeException the first failure, as soon as the tasks under way have ended
     */
    public static <T> List<T> all(List<Supplier<T>> tasks, Runnable stop) {
        if (tasks.size() == 1) {
            return List.of(tasks.getFirst().get());
        }
        Map<String, Object> logFields = UpstreamTime.logFields();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("ctm-", 0).factory())) {
            var ended = new ExecutorCompletionService<T>(threads);
            List<Future<T>> running = tasks.stream()
                    .map(task -> ended.submit(() -> {
                        logFields.forEach(MDC::put);
                        return task.get();
                    }))
                    .toList();
            return results(running, ended, stop);
        }
    }

    private static <T> List<T> results(List<Future<T>> running, ExecutorCompletionService<T> ended, Runnable stop) {
        try {
            for (int i = 0; i < running.size(); i++) {
                ended.take().get();
            }
            return running.stream().map(Future::resultNow).toList();
        } catch (ExecutionException e) {
            running.forEach(task -> task.cancel(false));
            stop.run();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
