package io.ctmconnect.ctm;

import io.ctmconnect.settings.Environment;

import java.net.URI;
import java.time.Duration;

/**
 * How this service talks to CTM.
 *
 * @param apiBaseUrl {@code CTM_API_BASE_URL}, without trailing slash
 * @param requestsPerSecond {@code CTM_REQUESTS_PER_SECOND}: for one connection, shared by its CTM accounts; CTM allows
 *     about 10 a key
 * @param timeout {@code CTM_TIMEOUT}: for one try, from sending until the last byte of the answer; of a recording until
 *     its head, and then for each silence
 * @param reauthOn401 {@code CTM_REAUTH_ON_401}: one silent login before a connection is flagged
 * @param readsKept {@code CALLS_CACHE_TTL}: how long answers to reads are remembered; zero for not at all
 */
public record CtmSettings(
        URI apiBaseUrl, int requestsPerSecond, Duration timeout, boolean reauthOn401, Duration readsKept) {
    /** Reads the keys of this package. */
    public static CtmSettings of(Environment environment) {
        return new CtmSettings(
                environment.httpAddress("CTM_API_BASE_URL", "https://api.calltrackingmetrics.com/api/v1"),
                environment.integer("CTM_REQUESTS_PER_SECOND", 8, 1, 10_000),
                environment.duration(
                        "CTM_TIMEOUT", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(2)),
                environment.flag("CTM_REAUTH_ON_401", true),
                environment.duration("CALLS_CACHE_TTL", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(5)));
    }
}
