package io.ctmconnect.ctm;

import java.time.Duration;

/** A moment by which something must be over, on the monotonic clock. */
record Deadline(long nanos) {
    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    Duration atMost(Duration duration) {
        return duration.compareTo(remaining()) < 0 ? duration : remaining();
    }
}
