package io.ctmconnect.calls;

import io.ctmconnect.calls.WindowRows.End;
import io.ctmconnect.ctm.CallStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

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
        return new CountedCall(status, inbound, true, duration, talkTime, source, null, noon, null);
    }

    /** An answered call as CTM tells it in a zone. */
    static CountedCall at(Instant start, ZoneId zone) {
        var local = start.atZone(zone);
        return new CountedCall(
                CallStatus.ANSWERED, true, false, 60L, 50L, null, local.toLocalDate(), start, local.getOffset());
    }

    static WindowRows<CountedCall> whole(List<CountedCall> calls) {
        return new WindowRows<>(calls, End.WHOLE);
    }
}
