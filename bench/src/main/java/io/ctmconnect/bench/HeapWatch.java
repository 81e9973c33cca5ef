package io.ctmconnect.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The live heap before a task and its highest while the task runs: what full collections leave, one after another. They slow
 * the service down, so that times are measured in another run.
 *
 * @param samples collections while the task ran
 */
record HeapWatch(long before, long peak, int samples) {
    static HeapWatch during(Heap heap, Callable<?> task) throws Exception {
        long before = heap.live();
        var ended = new AtomicBoolean();
        CompletableFuture<HeapWatch> watch = CompletableFuture.supplyAsync(() -> watch(heap, before, ended));
        try {
            task.call();
        } finally {
            ended.set(true);
        }
        return watch.join();
    }

    private static HeapWatch watch(Heap heap, long before, AtomicBoolean ended) {
        HeapWatch seen = new HeapWatch(before, before, 0);
        while (!ended.get()) {
            seen = seen.and(heap.live());
        }
        return seen;
    }

    /** One more look. */
    HeapWatch and(long live) {
        return new HeapWatch(before, Math.max(peak, live), samples + 1);
    }

    long growth() {
        return peak - before;
    }
}
