package io.ctmconnect.calls;

import io.ctmconnect.calls.ReadRows.End;
import io.ctmconnect.ctm.CallStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls for the folds. */
final class CountedCalls {
    private CountedCalls() {}

    /** An inbound call of 100 s, 80 of them talk, from Google Ads at noon of 17 March 2026. */
    static CountedCall with(CallStatus status) {
        return with(status, true, 100L, "Google Ads");
    }

    static CountedCall with(CallStatus status, boolean inbound, @Nullable Long duration, @Nullable String source) {
        Instant noon = Instant.parse("2026-03-17T12:00:00Z");
        Long talkTime = duration == null ? null : Long.valueOf(duration * 8 / 10);
        return new CountedCall(status, inbound, true, duration, talkTime, source, null, noon);
    }

    /** An answered call as CTM tells it in a zone. */
    static CountedCall at(Instant start, ZoneId zone) {
        var local = start.atZone(zone);
        return new CountedCall(CallStatus.ANSWERED, true, false, 60L, 50L, null, local.toLocalDate(), start);
    }

    /** Sums over these calls, as those of a window that was read whole. */
    static ReadRows<GroupedSums> whole(List<CountedCall> calls, Function<CountedCall, Optional<String>> word) {
        return new ReadRows<>(GroupedSums.of(calls, word), calls.size(), End.WHOLE);
    }

    static Optional<String> source(CountedCall call) {
        return Optional.ofNullable(call.source());
    }

    /** The sums over these calls. */
    static CallSums sums(List<CountedCall> calls) {
        return GroupedSums.of(calls, _ -> Optional.empty()).total();
    }
}
