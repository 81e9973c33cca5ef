package io.ctmconnect.calls;

import io.ctmconnect.ctm.CallStatus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is counted of some calls. The sums of two sets of calls add up to those of both, in any order, so that no call has to
 * be kept.
 *
 * @param byStatus calls of each status that occurs
 * @param missed finished inbound calls that nobody answered
 * @param firstTime finished calls of a number that had not called before
 * @param duration of finished calls, ringing included
 * @param talkTime of finished calls
 */
record CallSums(Map<CallStatus, Long> byStatus, long missed, long firstTime, Seconds duration, Seconds talkTime) {
    static final CallSums NONE = new CallSums(Map.of(), 0, 0, Seconds.NONE, Seconds.NONE);

    static CallSums of(CountedCall call) {
        Map<CallStatus, Long> one = Map.of(call.status(), 1L);
        return call.isInProgress()
                ? new CallSums(one, 0, 0, Seconds.NONE, Seconds.NONE)
                : new CallSums(
                        one,
                        call.isMissed() ? 1 : 0,
                        call.isFirst() ? 1 : 0,
                        Seconds.of(call.duration()),
                        Seconds.of(call.talkTime()));
    }

    CallSums plus(CallSums other) {
        Map<CallStatus, Long> both = new EnumMap<>(CallStatus.class);
        both.putAll(byStatus);
        other.byStatus.forEach((status, calls) -> both.merge(status, calls, Long::sum));
        return new CallSums(
                Collections.unmodifiableMap(both),
                missed + other.missed,
                firstTime + other.firstTime,
                duration.plus(other.duration),
                talkTime.plus(other.talkTime));
    }

    /** Calls in all. */
    long calls() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Calls of a status. */
    long calls(CallStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
