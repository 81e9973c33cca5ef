package io.ctmconnect.notifications;

import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.platform.PushRecord.Result;
import io.ctmconnect.secrets.Secret;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a push to one recipient's browsers has come, over all attempts. Tokens are told apart by their SHA-256. */
final class PushProgress {
    private final Map<String, Result> results = new LinkedHashMap<>();
    private SendResult.@Nullable TryAgain postponed;
    private @Nullable String refusal;

    /** @param earlier what earlier attempts have recorded */
    PushProgress(List<Result> earlier) {
        earlier.forEach(result -> results.put(result.token(), result));
    }

    /** Those of the tokens that no attempt has reached. */
    List<Secret> notReached(List<Secret> tokens) {
        return tokens.stream().filter(token -> !isReached(token)).toList();
    }

    private boolean isReached(Secret token) {
        Result result = results.get(Hashes.hex(token.reveal()));
        return result != null && result.sent();
    }

    void sent(Secret token, String messageId) {
        note(token, messageId, null);
    }

    void dead(Secret token, String reason) {
        note(token, null, reason);
    }

    void refused(Secret token, String reason) {
        refusal = reason;
        note(token, null, reason);
    }

    private void note(Secret token, @Nullable String messageId, @Nullable String error) {
        String hash = Hashes.hex(token.reveal());
        results.put(hash, new Result(hash, messageId, error));
    }

    /** A browser has to wait; the longest wait counts. */
    void postpone(SendResult.TryAgain later) {
        if (postponed == null || wait(later).compareTo(wait(postponed)) > 0) {
            postponed = later;
        }
    }

    private static Duration wait(SendResult.TryAgain later) {
        return later.notBefore().orElse(Duration.ZERO);
    }

    List<Result> results() {
        return List.copyOf(results.values());
    }

    /**
     * The attempt's outcome. A refusal parks the row only when no browser was reached: somebody who has seen the notice
     * needs no operator.
     */
    Outcome outcome() {
        SendResult.TryAgain later = postponed;
        if (later != null) {
            return new Outcome.TryAgain(later.notBefore(), later.reason());
        }
        Optional<String> lost = Optional.ofNullable(refusal)
                .filter(_ -> results.values().stream().noneMatch(Result::sent));
        return lost.<Outcome>map(reason -> new Outcome.GiveUp("FCM refuses it: " + reason))
                .orElseGet(Outcome.Done::new);
    }
}
