package io.ctmconnect.bench;

import io.ctmconnect.bench.PlannedCall.Outcome;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;

/**
 * A campaign's metrics: as the calls that were sent make them, by code of the driver's own, or as the campaign has them.
 *
 * @param averageDuration of the calls that have ended, rounded half up
 * @param lastCallAt null without calls
 */
record Recount(
        long totalCalls,
        long answeredCalls,
        long missedCalls,
        long failedCalls,
        long canceledCalls,
        long totalDuration,
        long averageDuration,
        @Nullable Instant lastCallAt) {

    static Recount of(Collection<PlannedCall> calls) {
        long seconds = calls.stream().mapToLong(PlannedCall::lastDuration).sum();
        return new Recount(
                calls.size(),
                count(calls, call -> call.hasEndedWith(Outcome.ANSWERED)),
                count(calls, PlannedCall::isMissed),
                count(calls, call -> call.hasEndedWith(Outcome.FAILED)),
                count(calls, call -> call.hasEndedWith(Outcome.CANCELED)),
                seconds,
                Math.round((double) seconds / Math.max(1, count(calls, PlannedCall::isFinished))),
                calls.stream()
                        .map(PlannedCall::start)
                        .max(Comparator.naturalOrder())
                        .map(Instant::ofEpochSecond)
                        .orElse(null));
    }

    private static long count(Collection<PlannedCall> calls, Predicate<PlannedCall> which) {
        return calls.stream().filter(which).count();
    }

    /** A campaign's {@code metrics}. */
    static Recount of(Document metrics) {
        return new Recount(
                number(metrics, "total_calls"),
                number(metrics, "answered_calls"),
                number(metrics, "missed_calls"),
                number(metrics, "failed_calls"),
                number(metrics, "canceled_calls"),
                number(metrics, "total_duration"),
                number(metrics, "average_duration"),
                metrics.getDate("last_call_at") == null
                        ? null
                        : metrics.getDate("last_call_at").toInstant());
    }

    private static long number(Document metrics, String field) {
        return metrics.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
