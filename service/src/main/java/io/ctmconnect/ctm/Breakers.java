package io.ctmconnect.ctm;

import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The breakers of one connection, one a part: a CTM account, its recordings, or the login. Only parts that have failed since
 * their last answer have one. Guarded by its {@link Traffic}.
 */
final class Breakers {
    /** Parts that are remembered: callers name CTM accounts, and may name any. */
    static final int KEPT = 256;

    private final SequencedMap<String, Breaker> byPart = new LinkedHashMap<>();
    private final Duration openFor;
    private final Ticker time;

    Breakers(Duration openFor, Ticker time) {
        this.openFor = openFor;
        this.time = time;
    }

    /** How long to stay away from a part; zero when a request may go. */
    Duration shutFor(String part) {
        Breaker breaker = byPart.get(part);
        return breaker == null ? Duration.ZERO : breaker.shutFor(time.read());
    }

    /** A request goes; answers whether it is the trial. */
    boolean beginsTrial(String part) {
        Breaker breaker = byPart.get(part);
        return breaker != null && breaker.beginsTrial();
    }

    /** CTM has answered. What was sent before the breaker opened does not close it. */
    void answered(String part, boolean wasTrial) {
        Breaker breaker = byPart.get(part);
        if (breaker != null && (wasTrial || !breaker.isOpen())) {
            byPart.remove(part);
        }
    }

    /** A try has failed; answers whether the part is shut now. */
    boolean failed(String part, boolean wasTrial) {
        Breaker breaker = byPart.computeIfAbsent(part, _ -> new Breaker(openFor));
        if (byPart.size() > KEPT) {
            byPart.pollFirstEntry();
        }
        return breaker.failed(wasTrial, time.read());
    }

    /** A try told nothing. */
    void unclear(String part, boolean wasTrial) {
        Breaker breaker = byPart.get(part);
        if (breaker != null && wasTrial) {
            breaker.trialUnclear();
        }
    }

    /** Parts that are shut, or wait for their trial. */
    long open() {
        return byPart.values().stream().filter(Breaker::isOpen).count();
    }

    int remembered() {
        return byPart.size();
    }
}
