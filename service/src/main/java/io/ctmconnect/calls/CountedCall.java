package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the reports keep of a call; CTM's row is a hundred times as large.
 *
 * @param duration seconds, ringing included, or null
 * @param talkTime seconds, or null
 * @param source the source's name, or null
 * @param day the day by CTM, on which the filter decides, or null when CTM gives none
 * @param start when it began, or null
 * @param offset from UTC, by CTM, or null
 */
record CountedCall(
        CallStatus status,
        boolean isInbound,
        boolean isFirst,
        @Nullable Long duration,
        @Nullable Long talkTime,
        @Nullable String source,
        @Nullable LocalDate day,
        @Nullable Instant start,
        @Nullable ZoneOffset offset) {

    static CountedCall of(Call call) {
        return new CountedCall(
                call.status(),
                "inbound".equals(call.direction()),
                Boolean.TRUE.equals(call.isNewCaller()),
                call.duration(),
                call.talkTime(),
                call.text("source"),
                day(call.localDay()),
                call.startTime(),
                call.localOffset());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    boolean isAnswered() {
        return status == CallStatus.ANSWERED;
    }

    boolean isInProgress() {
        return status == CallStatus.IN_PROGRESS;
    }

    /** Whether it is a finished inbound call that nobody answered. */
    boolean isMissed() {
        return isInbound
                && switch (status) {
                    case NO_ANSWER, BUSY, FAILED, CANCELED, VOICEMAIL -> true;
                    case ANSWERED, IN_PROGRESS, UNKNOWN -> false;
                };
    }

    /** The day that it belongs to: CTM's, else that of its start in the zone; empty when neither is known. */
    Optional<LocalDate> dayIn(ZoneId zone) {
        return Optional.ofNullable(day)
                .or(() -> Optional.ofNullable(start).map(moment -> LocalDate.ofInstant(moment, zone)));
    }
}
