package io.ctmconnect.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Takes times. */
final class Stopwatch {
    private Stopwatch() {}

    static Duration time(Callable<?> task) throws Exception {
        long started = System.nanoTime();
        task.call();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** The median of so many runs, after one that does not count. */
    static Duration median(int runs, Callable<?> task) throws Exception {
        task.call();
        List<Duration> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            times.add(time(task));
        }
        return Figures.median(times);
    }
}
