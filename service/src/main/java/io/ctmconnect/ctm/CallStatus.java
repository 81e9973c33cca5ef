package io.ctmconnect.ctm;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a call went, in the platform's words. CTM spreads it over three fields and spells it in several ways; texts have
 * words of their own, which are {@link #UNKNOWN} here.
 */
public enum CallStatus {
    ANSWERED("answered"),
    NO_ANSWER("no-answer"),
    BUSY("busy"),
    FAILED("failed"),
    CANCELED("canceled"),
    VOICEMAIL("voicemail"),
    IN_PROGRESS("in-progress"),
    UNKNOWN("unknown");

    private final String wire;

    CallStatus(String wire) {
        this.wire = wire;
    }

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /**
     * The status of a call: the first of {@code dial_status}, {@code call_status} and {@code status} whose word is known.
     *
     * @param words CTM's words in that order, null where a field is missing
     * @param talked whether anybody talked: a {@code hangup} without talk time is a missed call
     */
    static CallStatus of(List<String> words, boolean talked) {
        return words.stream()
                .filter(Objects::nonNull)
                .flatMap(word -> of(word, talked).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<CallStatus> of(String word, boolean talked) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return switch (plain) {
            case "answered", "completed" -> Optional.of(ANSWERED);
            case "no answer", "missed" -> Optional.of(NO_ANSWER);
            case "hangup" -> Optional.of(talked ? ANSWERED : NO_ANSWER);
            case "ringing", "queued", "initiated", "in progress" -> Optional.of(IN_PROGRESS);
            case "canceled", "cancelled" -> Optional.of(CANCELED);
            default ->
                Stream.of(BUSY, FAILED, VOICEMAIL)
                        .filter(status -> status.wire.equals(plain))
                        .findFirst();
        };
    }
}
