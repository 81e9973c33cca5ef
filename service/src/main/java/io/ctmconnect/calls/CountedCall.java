package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;
import io.ctmconnect.ctm.CallStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What the reports keep of a call; CTM's row is a hundred times as large.
 *
 * @param duration seconds, ringing included, or null
 * @param talkTime seconds, or null
 * @param source the source's name, or null
 * @param day the day by CTM, on which the filter decides, or null when CTM gives none
 * @param start when it began, or null
 */
record CountedCall(
        CallStatus status,
        boolean isInbound,
        boolean isFirst,
        @Nullable Long duration,
        @Nullable Long talkTime,
        @Nullable String source,
        @Nullable LocalDate day,
        @Nullable Instant start) {

    /** The fields of CTM's row that are needed: those that are read here, and those that {@link CallFilter} looks at. */
    static final List<String> FIELDS = List.of(
            "id",
            "direction",
            "dial_status",
            "call_status",
            "status",
            "duration",
            "talk_time",
            "is_new_caller",
            "called_at",
            "unix_time",
            "source",
            "source_id",
            "source_sid",
            "tracking_number",
            "tracking_number_id",
            "tracking_number_sid",
            "message_id",
            "message_body",
            "form",
            "chat_status",
            "chat_type");

    static CountedCall of(Call call) {
        return new CountedCall(
                call.status(),
                "inbound".equals(call.direction()),
                Boolean.TRUE.equals(call.isNewCaller()),
                call.duration(),
                call.talkTime(),
                call.text("source"),
                day(call.localDay()),
                call.startTime());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
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
