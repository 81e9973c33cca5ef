package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;

import java.time.Duration;

/**
 * How fast one connection may send: a token bucket that holds a second's worth, and learns. A 429 halves the pace and stops
 * it for a while; answers bring it back, a tenth of the configured pace for each 20 of them. What was sent before the latest
 * slow-down teaches nothing more. Guarded by its {@link Traffic}.
 */
final class Pace {
    /** Requests a minute that are left at least: CTM's answers are how the pace comes back. Our decision. */
    static final int SLOWEST = 30;

    private static final int ANSWERS_A_STEP = 20;
    private static final int STEPS = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Ticker time;
    private final int configured;
    private final Bucket bucket;
    private int perMinute;
    private int answers;
    private int slowdowns;
    private long heldUntil;

    /** Begins with the configured pace and a full bucket. */
    Pace(int perSecond, Ticker time) {
        this.time = time;
        configured = perSecond * 60;
        perMinute = configured;
        heldUntil = time.read();
        bucket = Bucket.builder()
                .addLimit(limit(perMinute))
                .withCustomTimePrecision(meter(time))
                .build();
    }

    private static Bandwidth limit(int perMinute) {
        return BandwidthBuilder.builder()
                .capacity(Math.max(1, perMinute / 60))
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
    }

    private static TimeMeter meter(Ticker time) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return time.read();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** Takes the right to send one request now, if there is one. */
    boolean take() {
        return held() <= 0 && bucket.tryConsume(1);
    }

    /** When the last of so many requests can go, at this pace and with nobody else; to the nanosecond, rounded down. From 1. */
    Duration until(int requests) {
        long first = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Duration.ofNanos(Math.max(held(), first) + (requests - 1) * (MINUTE / perMinute));
    }

    private long held() {
        return heldUntil - time.read();
    }

    /** How often it has been slowed down. A request remembers this of the moment when it was sent. */
    int slowdowns() {
        return slowdowns;
    }

    /** Requests a minute, now. */
    int perMinute() {
        return perMinute;
    }

    boolean isSlowed() {
        return perMinute < configured;
    }

    /**
     * CTM has answered with 429. Nothing goes for so long, and then at half the pace.
     *
     * @param seen the slow-downs when that request was sent; those of one moment are one slow-down
     * @return whether the pace was lowered
     */
    boolean limited(int seen, Duration retryAfter) {
        long until = time.read() + retryAfter.toNanos();
        heldUntil = until - heldUntil > 0 ? until : heldUntil;
        if (seen != slowdowns) {
            return false;
        }
        slowdowns++;
        bucket.tryConsumeAsMuchAsPossible();
        change(Math.max(SLOWEST, perMinute / 2));
        return true;
    }

    /** CTM has answered with anything else. */
    void answered(int seen) {
        if (seen == slowdowns && isSlowed() && ++answers == ANSWERS_A_STEP) {
            change(Math.min(configured, perMinute + Math.ceilDiv(configured, STEPS)));
        }
    }

    private void change(int changed) {
        perMinute = changed;
        answers = 0;
        bucket.replaceConfiguration(
                BucketConfiguration.builder().addLimit(limit(changed)).build(), TokensInheritanceStrategy.AS_IS);
    }
}
