package io.ctmconnect.sandbox.fcm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens that were given out. */
final class AccessTokens {

    private final Clock clock;
    private final Map<String, Instant> expiries = new HashMap<>();
    private int issued;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(Duration life) {
        issued++;
        String token = "ya29.sandbox-" + issued;
        expiries.put(token, clock.instant().plus(life));
        return token;
    }

    /** Whether a token was given out and still holds. */
    synchronized boolean holds(String token) {
        return Optional.ofNullable(expiries.get(token))
                .filter(expiry -> clock.instant().isBefore(expiry))
                .isPresent();
    }

    /** Ends all of them. */
    synchronized void revoke() {
        expiries.clear();
    }

    synchronized int issued() {
        return issued;
    }
}
