package io.ctmconnect.idempotency;

import io.ctmconnect.http.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of the first request with a key.
 *
 * @param id of account, connection, route and key
 * @param stamp another one after every change: who changes an entry must have seen its last state
 * @param attempt the request, as its process knows it
 * @param owner the process
 * @param fingerprint the body's
 * @param begun whether something has been written to CTM, or was about to be
 * @param stands what the request has made or changed at CTM so far
 * @param answer null until it is there
 */
record Entry(
        String id,
        String stamp,
        String attempt,
        String owner,
        String fingerprint,
        Instant createdAt,
        Instant touchedAt,
        boolean begun,
        List<Standing> stands,
        @Nullable Kept answer) {
    private static final Duration LIFE = Duration.ofHours(24);
    /** Longer than any pause of a request between two notes of what it does. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    /** An answer as it was sent. */
    record Kept(int status, String body) {}

    static Entry first(IdempotentRequest request, String attempt, String owner, Instant now) {
        return new Entry(
                request.id(), attempt, attempt, owner, request.fingerprint(), now, now, false, List.of(), null);
    }

    /** The same with what stands now. */
    Entry noted(String newStamp, List<Standing> standing, Instant now) {
        return new Entry(
                id, newStamp, attempt, owner, fingerprint, createdAt, now, true, List.copyOf(standing), answer);
    }

    /** The same with its answer. */
    Entry answered(String newStamp, Kept kept, Instant now) {
        return new Entry(id, newStamp, attempt, owner, fingerprint, createdAt, now, begun, stands, kept);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(createdAt.plus(LIFE));
    }

    /** Whether its request, in another process, has not been heard of for too long to be still running. */
    boolean isSilent(Instant now) {
        return now.isAfter(touchedAt.plus(SILENCE));
    }

    /** Entries created before this moment are expired. */
    static Instant expiry(Instant now) {
        return now.minus(LIFE);
    }
}
