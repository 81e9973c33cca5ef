package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * What CTM has answered a moment ago, for {@code CALLS_CACHE_TTL}: of one connection, for those of its requests that read only
 * ({@link CtmAccess#remembering}). It is this process's own, and forgets what this process changes or hears of.
 */
@Singleton
public class CtmMemory {
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** Of a small heap no more than this part. */
    private static final int PART_OF_THE_HEAP = 8;
    /** A request ends in time by itself, with its own failure. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final BiFunction<CtmRequest, String, JsonNode> sent;
    private final InstantSource clock;
    private final TopicStamps stamps = new TopicStamps();
    private final SharedReads reads;
    private final boolean isOn;

    @Inject
    CtmMemory(CtmClient client, CtmSettings settings, MeterRegistry metrics, InstantSource clock) {
        this(client::send, settings, new ReadMetrics(metrics), clock, Ticker.systemTicker());
    }

    /** @param sent answers a request that is charged to a connection */
    CtmMemory(
            BiFunction<CtmRequest, String, JsonNode> sent,
            CtmSettings settings,
            ReadMetrics metrics,
            InstantSource clock,
            Ticker ticker) {
        this.sent = sent;
        this.clock = clock;
        this.isOn = settings.readsKept().isPositive();
        this.reads = new SharedReads(limits(settings), metrics, clock, ticker);
    }

    private static SharedReads.Limits limits(CtmSettings settings) {
        return new SharedReads.Limits(
                settings.readsKept(),
                Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP),
                settings.timeout().multipliedBy(CtmClient.TRIES).plus(GRACE));
    }

    /** Forgets the account's calls, for every connection: there is news of one. */
    public void forgetCalls(String account) {
        stamps.change(Topic.calls(account));
    }

    /** Forgets everything about the account, for every connection. */
    void forget(String account) {
        forgetCalls(account);
        stamps.change(Topic.setup(account));
    }

    /**
     * The answer to a request that changes nothing.
     *
     * @param about what it reads
     */
    Answered read(CtmRequest request, CtmAccess access, Topic about) {
        OptionalLong version = access.remembered();
        if (!isOn || version.isEmpty()) {
            var at = clock.instant();
            return new Answered(sent.apply(request, access.connection()), at);
        }
        ReadKey key = ReadKey.of(request, access.connection(), version.getAsLong(), stamps.of(about));
        return reads.get(key, () -> sent.apply(request, access.connection()));
    }

    /** CTM's answer to a request that changes the account, or may have changed it when this fails. */
    JsonNode write(CtmRequest request, CtmAccess access, String account) {
        try {
            return sent.apply(request, access.connection());
        } finally {
            forget(account);
        }
    }
}
