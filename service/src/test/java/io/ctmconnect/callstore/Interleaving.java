package io.ctmconnect.callstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Runs processes of which one moves at a time; after each step chance decides which. The same seed, the same run. */
final class Interleaving {
    private final Random random;
    private final List<Semaphore> turns = new ArrayList<>();
    private final List<Integer> running = new ArrayList<>();

    Interleaving(Random random) {
        this.random = random;
    }

    /** A process; it is told where to call after each of its steps. */
    interface Worker {
        void run(Runnable step);
    }

    void run(List<Worker> processes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int id = 0; id < processes.size(); id++) {
                turns.add(new Semaphore(0));
                running.add(id);
            }
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            for (int id = 0; id < processes.size(); id++) {
                int own = id;
                ends.add(CompletableFuture.runAsync(() -> runToItsEnd(own, processes.get(own)), threads));
            }
            turns.get(chosen()).release();
            ends.forEach(CompletableFuture::join);
        }
    }

    private void runToItsEnd(int own, Worker process) {
        turns.get(own).acquireUninterruptibly();
        try {
            process.run(() -> {
                turns.get(chosen()).release();
                turns.get(own).acquireUninterruptibly();
            });
        } finally {
            running.remove(Integer.valueOf(own));
            if (!running.isEmpty()) {
                turns.get(chosen()).release();
            }
        }
    }

    private int chosen() {
        return running.get(random.nextInt(running.size()));
    }
}
