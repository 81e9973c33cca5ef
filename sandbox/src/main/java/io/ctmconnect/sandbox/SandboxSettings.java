package io.ctmconnect.sandbox;

import io.ctmconnect.sandbox.behaviour.Behaviour;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * How to start a sandbox.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param smtpPort the port of the mail sink, 0 for any free one
 * @param seed chooses the invented data; the same seed in the same hour of the clock gives the same data
 * @param days how many local days of activities there are, today included
 * @param clock tells now: the data ends in its present hour, tokens expire by it, placed calls begin by it
 * @param behaviour the switches at start and after a reset
 */
public record SandboxSettings(
        String host, int port, int smtpPort, long seed, int days, Clock clock, Behaviour behaviour) {

    private static final LocalTime SEEDED_TIME = LocalTime.of(18, 0);

    /** Any free port of 127.0.0.1, seed 1, 90 days up to now. */
    public static SandboxSettings defaults() {
        return new SandboxSettings("127.0.0.1", 0, 0, 1, 90, Clock.systemUTC(), Behaviour.defaults());
    }

    /** Listens on another address. */
    public SandboxSettings withHost(String other) {
        return new SandboxSettings(other, port, smtpPort, seed, days, clock, behaviour);
    }

    /** Listens on another port. */
    public SandboxSettings withPort(int other) {
        return new SandboxSettings(host, other, smtpPort, seed, days, clock, behaviour);
    }

    /** Another port for the mail sink. */
    public SandboxSettings withSmtpPort(int other) {
        return new SandboxSettings(host, port, other, seed, days, clock, behaviour);
    }

    /** Other data. */
    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(host, port, smtpPort, other, days, clock, behaviour);
    }

    /** A longer or shorter past. */
    public SandboxSettings withDays(int other) {
        return new SandboxSettings(host, port, smtpPort, seed, other, clock, behaviour);
    }

    /** Another notion of now. */
    public SandboxSettings withClock(Clock other) {
        return new SandboxSettings(host, port, smtpPort, seed, days, other, behaviour);
    }

    /** Data that ends at 18:00 UTC of a day; from that moment on the clock runs as usual. */
    public SandboxSettings withToday(LocalDate today) {
        Instant seeded = today.atTime(SEEDED_TIME).toInstant(ZoneOffset.UTC);
        return withClock(Clock.offset(clock, Duration.between(clock.instant(), seeded)));
    }

    /** Other switches. */
    public SandboxSettings withBehaviour(Behaviour other) {
        return new SandboxSettings(host, port, smtpPort, seed, days, clock, other);
    }
}
