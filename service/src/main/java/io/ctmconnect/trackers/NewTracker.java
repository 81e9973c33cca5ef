package io.ctmconnect.trackers;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.http.Fields;
import io.ctmconnect.idempotency.IdempotencyKey;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A request for a new tracker: the body and the key, checked together so that every violation is named at once.
 *
 * @param body as it came
 */
record NewTracker(TrackerForm form, JsonNode body, @Nullable String key) {
    /** @param keys the values of the header {@code Idempotency-Key} */
    static NewTracker of(@Nullable JsonNode body, @Nullable List<String> keys) {
        Fields fields = Fields.of(body);
        TrackerForm form = TrackerForm.of(fields);
        String key = IdempotencyKey.of(keys, fields);
        fields.check();
        return new NewTracker(form, Objects.requireNonNull(body), key);
    }
}
