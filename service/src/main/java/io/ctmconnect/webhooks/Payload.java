package io.ctmconnect.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ctmconnect.ctm.Call;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event carries: CTM's flat activity, or that activity under {@code call} beside an {@code event} name.
 *
 * @param call the activity
 * @param event the name that the envelope gives; null without one
 */
record Payload(Call call, @Nullable String event) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FIRST_CALL = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);
    private static final long LONGEST_CALL_SECONDS = Duration.ofDays(7).toSeconds();

    /** Reads a body; empty when it is no JSON object. */
    static Optional<Payload> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.isObject()) {
                return Optional.empty();
            }
            boolean isWrapped = json.path("call").isObject() && !json.hasNonNull("id");
            return Optional.of(new Payload(
                    new Call(isWrapped ? json.path("call") : json),
                    isWrapped && json.path("event").isTextual()
                            ? json.path("event").asText()
                            : null));
        } catch (IOException _) {
            // Also for what is no text in the encoding that its first bytes announce.
            return Optional.empty();
        }
    }

    /** The call's id, as CTM's integer; null when there is none. */
    @Nullable
    String callId() {
        String id = call.id();
        return id != null && id.matches("[1-9]\\d{0,17}") ? id : null;
    }

    /** The CTM account that the call names; null when it names none. */
    @Nullable
    String ctmAccount() {
        return call.text("account_id");
    }

    /** Why this cannot be counted although it has an id; empty when it can. */
    Optional<String> absurdity(Instant now) {
        Long duration = call.duration();
        Long talkTime = call.talkTime();
        Instant start = call.startTime();
        if (isAbsurd(duration) || isAbsurd(talkTime)) {
            return Optional.of("the call's duration is negative or longer than 7 days");
        }
        if (call.json().hasNonNull("unix_time")
                && (start == null || start.isBefore(FIRST_CALL) || start.isAfter(now.plus(CLOCKS_DIFFER)))) {
            return Optional.of("the call's start is no date that a call can have");
        }
        return Optional.empty();
    }

    private static boolean isAbsurd(@Nullable Long seconds) {
        return seconds != null && (seconds < 0 || seconds > LONGEST_CALL_SECONDS);
    }
}
