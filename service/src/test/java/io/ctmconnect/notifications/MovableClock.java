package io.ctmconnect.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class MovableClock implements InstantSource {
    static final Instant START = Instant.parse("2026-03-31T12:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration on) {
        now = now.plus(on);
    }
}
