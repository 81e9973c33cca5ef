package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that moves by hand. It begins below zero, as the machine's may. */
final class HandTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(3).toNanos());

    @Override
    public long read() {
        return now.get();
    }

    void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
