package io.ctmconnect.outbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row, as it was seen. Every change makes a new one, which the store takes only if nobody was faster.
 *
 * @param dueAt when somebody should look at it next
 * @param attempts how many were begun since the row became ready, or since an operator released it
 * @param lease who is handling it; null when nobody is
 * @param reason why it was parked, dropped or put off
 * @param history the last attempts, oldest first
 * @param version of the row in the store
 * @param finishedAt since when it is done or dropped; null while it is neither
 */
public record OutboxRow(
        Task task,
        TaskState state,
        Instant dueAt,
        int attempts,
        @Nullable Lease lease,
        @Nullable String reason,
        List<Attempt> history,
        long version,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** How long an attempt may take before another process takes the row over. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** How long a request may take between holding a row and releasing it, before the fact is asked for. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int KEPT_ATTEMPTS = 10;

    /**
     * Who handles a row, and until when nobody else does.
     *
     * @param owner names a process
     */
    public record Lease(String owner, Instant until) {}

    /**
     * An attempt that is over.
     *
     * @param outcome in a few words
     */
    public record Attempt(Instant at, String outcome) {}

    static OutboxRow held(Task task, Instant now) {
        return fresh(task, TaskState.HELD, now.plus(PATIENCE), now);
    }

    static OutboxRow ready(Task task, Instant now) {
        return fresh(task, TaskState.READY, now, now);
    }

    private static OutboxRow fresh(Task task, TaskState state, Instant dueAt, Instant now) {
        return new OutboxRow(task, state, dueAt, 0, null, null, List.of(), 1, now, null);
    }

    boolean canBeClaimed(Instant now) {
        return state == TaskState.READY
                && !dueAt.isAfter(now)
                && (lease == null || !lease.until().isAfter(now));
    }

    /** To be done now, with all attempts before it. */
    OutboxRow released(Instant now) {
        return new OutboxRow(task, TaskState.READY, now, 0, null, null, history, version, createdAt, null);
    }

    OutboxRow dropped(String why, Instant now) {
        return finished(TaskState.DROPPED, why, history, now);
    }

    /** Still held, and looked at later. */
    OutboxRow heldOn(Instant now) {
        return new OutboxRow(
                task, state, now.plus(PATIENCE), attempts, lease, reason, history, version, createdAt, null);
    }

    /** An attempt begins; it counts even if the process dies in it. */
    OutboxRow claimed(String owner, Instant now) {
        return new OutboxRow(
                task,
                state,
                dueAt,
                attempts + 1,
                new Lease(owner, now.plus(LEASE)),
                reason,
                history,
                version,
                createdAt,
                null);
    }

    /** The attempt was not made after all. */
    OutboxRow givenBack() {
        return new OutboxRow(task, state, dueAt, attempts - 1, null, reason, history, version, createdAt, null);
    }

    OutboxRow done(Instant now) {
        return finished(TaskState.DONE, null, historyWith(now, "done"), now);
    }

    OutboxRow putOff(Instant until, String why, Instant now) {
        return new OutboxRow(task, state, until, attempts, null, why, historyWith(now, why), version, createdAt, null);
    }

    OutboxRow parked(String why, Instant now) {
        return new OutboxRow(
                task,
                TaskState.PARKED,
                dueAt,
                attempts,
                null,
                why,
                historyWith(now, "parked: " + why),
                version,
                createdAt,
                null);
    }

    OutboxRow withVersion(long newer) {
        return new OutboxRow(task, state, dueAt, attempts, lease, reason, history, newer, createdAt, finishedAt);
    }

    private OutboxRow finished(TaskState end, @Nullable String why, List<Attempt> all, Instant now) {
        return new OutboxRow(task, end, dueAt, attempts, null, why, all, version, createdAt, now);
    }

    private List<Attempt> historyWith(Instant now, String outcome) {
        List<Attempt> all = Stream.concat(history.stream(), Stream.of(new Attempt(now, outcome)))
                .toList();
        return all.subList(Math.max(0, all.size() - KEPT_ATTEMPTS), all.size());
    }
}
