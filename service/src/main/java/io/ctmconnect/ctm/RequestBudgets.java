package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;

import java.time.Duration;

/**
 * One token bucket a connection: {@code CTM_REQUESTS_PER_SECOND}, shared by its CTM accounts, because CTM counts a key's
 * requests. A caller waits for its turn, but never longer than its own deadline.
 */
@Singleton
class RequestBudgets {
    private final LoadingCache<String, Bucket> buckets;
    private final int perSecond;

    RequestBudgets(CtmSettings settings) {
        perSecond = settings.requestsPerSecond();
        buckets =
                Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build(connection -> bucket());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /**
     * Waits for a token.
     *
     * @throws CtmException.RateLimited when none comes in time; nothing was sent
     */
    void spend(String connection, Duration atMost) {
        Bucket bucket = buckets.get(connection);
        try {
            if (!bucket.tryConsume(1)
                    && (atMost.isZero() || !bucket.asBlocking().tryConsume(1, atMost))) {
                throw new CtmException.RateLimited(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CtmException.TimedOut();
        }
    }
}
