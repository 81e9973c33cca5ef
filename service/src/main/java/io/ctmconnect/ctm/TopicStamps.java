package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A number for each topic that changes when the topic does. It is part of every key, and taken before CTM is asked: an answer
 * that was under way at a change is under the old number, where nobody looks any more. No number comes twice, so a topic may
 * be dropped at any time.
 */
final class TopicStamps {
    private static final int MOST = 10_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final AtomicLong last = new AtomicLong();
    private final LoadingCache<Topic, Long> stamps =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build(_ -> last.incrementAndGet());

    long of(Topic topic) {
        return stamps.get(topic);
    }

    void change(Topic topic) {
        stamps.invalidate(topic);
    }
}
