package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One activity of CTM, with its JSON kept whole. Every field may be missing; the accessors say null then.
 *
 * @param json the activity as CTM sent it
 */
public record Call(JsonNode json) {
    /** CTM's words for the two directions of a phone call; texts, forms, chats and video have others. */
    public static final Set<String> DIRECTIONS = Set.of("inbound", "outbound");

    private static final List<String> OF_OTHER_ACTIVITIES =
            List.of("message_id", "message_body", "form", "chat_status", "chat_type");

    /** The year 9999 ends: later moments cannot be written as ISO-8601. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final long MOST_SECONDS_OF_WAIT = 1000;

    /** CTM's numeric id as text. */
    public @Nullable String id() {
        return fields().text("id");
    }

    /** {@code inbound} or {@code outbound}; something else for what is no call. */
    public @Nullable String direction() {
        return fields().text("direction");
    }

    /** Whether this is a phone call, and no text, form, chat or video. Where CTM leaves the direction out, the keys tell. */
    public boolean isPhoneCall() {
        String direction = direction();
        return direction == null
                ? OF_OTHER_ACTIVITIES.stream().noneMatch(json::hasNonNull)
                : DIRECTIONS.contains(direction);
    }

    /** How it went, in the platform's words. */
    public CallStatus status() {
        CtmJson fields = fields();
        Long talkTime = fields.number("talk_time");
        List<String> words = Stream.of("dial_status", "call_status", "status")
                .map(fields::text)
                .filter(Objects::nonNull)
                .toList();
        return CallStatus.of(words, talkTime != null && talkTime > 0);
    }

    /** Whether it has ended: its status says so, or CTM gives its duration. */
    public boolean isFinished() {
        return status() != CallStatus.IN_PROGRESS && (status() != CallStatus.UNKNOWN || duration() != null);
    }

    /** Whether it is a finished inbound call that nobody answered. */
    public boolean isMissed() {
        return "inbound".equals(direction())
                && switch (status()) {
                    case NO_ANSWER, BUSY, FAILED, CANCELED, VOICEMAIL -> true;
                    case ANSWERED, IN_PROGRESS, UNKNOWN -> false;
                };
    }

    /** When CTM wrote this down, epoch milliseconds; 0 when it does not say. */
    public long indexedAtMillis() {
        JsonNode value = json.path("indexed_at");
        return value.isNumber() ? Math.round(value.doubleValue() * 1000) : 0;
    }

    /** When it began, epoch seconds; null when CTM does not say. */
    public @Nullable Long startSecond() {
        Instant start = startTime();
        return start == null ? null : Long.valueOf(start.getEpochSecond());
    }

    /** When it began; CTM's {@code unix_time}, UTC. */
    public @Nullable Instant startTime() {
        Long seconds = fields().number("unix_time");
        return seconds == null || seconds <= 0 || seconds > LAST_SECOND ? null : Instant.ofEpochSecond(seconds);
    }

    /** The day on which it began in the CTM account's own time zone, as {@code YYYY-MM-DD}: CTM's {@code called_at}. */
    public @Nullable String localDay() {
        String calledAt = fields().text("called_at");
        return calledAt != null && calledAt.matches("\\d{4}-\\d{2}-\\d{2}\\b.*") ? calledAt.substring(0, 10) : null;
    }

    /** The offset from UTC that CTM's {@code called_at} ends with. */
    public @Nullable ZoneOffset localOffset() {
        String calledAt = fields().text("called_at");
        String offset = calledAt == null ? "" : calledAt.substring(Math.max(0, calledAt.length() - 6));
        try {
            return offset.matches("[+-]\\d{2}:\\d{2}") ? ZoneOffset.of(offset) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Seconds from the first ring to the end, ringing included; null while it goes on. */
    public @Nullable Long duration() {
        return fields().number("duration");
    }

    /** Seconds of talk; null while it goes on. */
    public @Nullable Long talkTime() {
        return fields().number("talk_time");
    }

    /** Seconds of ringing; null while it rings. */
    public @Nullable Long ringTime() {
        return fields().number("ring_time");
    }

    /** The caller's number, E.164 where CTM gives it; null for an anonymous caller (CTM sends a bare {@code +}). */
    public @Nullable String caller() {
        String number = fields().firstText("caller_number_complete", "caller_number", "contact_number");
        return number == null || number.chars().noneMatch(Character::isDigit) ? null : number;
    }

    /** The caller's name, or what the phone network calls them. */
    public @Nullable String callerName() {
        return fields().firstText("name", "cnam");
    }

    /** The answering agent's name. */
    public @Nullable String agentName() {
        return fields().object("agent").text("name");
    }

    /** The activity's tags. */
    public List<String> tags() {
        return fields().texts("tag_list");
    }

    /** Whether the caller was not known before. */
    public @Nullable Boolean isNewCaller() {
        return fields().flag("is_new_caller");
    }

    /** Seconds of waiting. Some accounts of CTM have milliseconds here: a value over 1000 is taken for those. */
    public @Nullable Long waitTime() {
        Long time = fields().number("wait_time");
        return time == null || time <= MOST_SECONDS_OF_WAIT ? time : Long.valueOf(time / 1000);
    }

    /** Where CTM has the recording; null while there is none. */
    public @Nullable String audio() {
        return fields().text("audio");
    }

    /** All fields, by CTM's names. */
    public CallPart whole() {
        return new CallPart(json);
    }

    /** Any other scalar field, by CTM's name. */
    public @Nullable String text(String name) {
        return fields().text(name);
    }

    /** Whether the source's name or one of its ids (string or integer) is this one. */
    public boolean isFromSource(String source) {
        return Stream.of("source", "source_sid", "source_id")
                .anyMatch(name -> source.equalsIgnoreCase(fields().text(name)));
    }

    /** Whether the tracking number or one of its ids (string or integer) is this one. */
    public boolean isToTracker(String tracker) {
        return Stream.of("tracking_number_sid", "tracking_number_id", "tracking_number")
                .anyMatch(name -> tracker.equalsIgnoreCase(fields().text(name)));
    }

    private CtmJson fields() {
        return new CtmJson(json);
    }
}
