package io.ctmconnect.webhooks;

import io.ctmconnect.callstore.CallUpdate;
import io.ctmconnect.ctm.Call;
import io.ctmconnect.platform.Lead;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An event that is to be worked off, and what is to become of it.
 *
 * @param end what is noted when it is done
 */
record PendingCall(ReceivedEvent event, Call call, End end) {
    /** How an event ends, and why if it is not counted. */
    record End(EventStatus status, String reason) {
        static final End PROCESSED = new End(EventStatus.PROCESSED, "");
        static final End IGNORED = new End(EventStatus.IGNORED, "it is about no phone call");
    }

    static PendingCall of(ReceivedEvent event, Instant now) {
        Payload payload = Payload.read(event.body().getData()).orElseThrow();
        Optional<End> parked = payload.absurdity(now).map(why -> new End(EventStatus.PARKED, why));
        End otherwise = payload.call().isPhoneCall() ? End.PROCESSED : End.IGNORED;
        return new PendingCall(event, payload.call(), parked.orElse(otherwise));
    }

    boolean isCounted() {
        return end.equals(End.PROCESSED);
    }

    CallUpdate update() {
        return new CallUpdate(
                Objects.requireNonNull(event.ctmAccount()), call, Objects.requireNonNull(event.campaign()));
    }

    /** A call that has ended is a lead of its campaign; the same one, however often it is told of. */
    Optional<Lead> lead() {
        return call.isFinished()
                ? Optional.of(new Lead(
                        Objects.requireNonNull(event.account()),
                        Objects.requireNonNull(event.campaign()),
                        update().callKey(),
                        Long.parseLong(Objects.requireNonNull(event.callId())),
                        event.receivedAt(),
                        leadData()))
                : Optional.empty();
    }

    private Map<String, @Nullable Object> leadData() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("call_id", call.id());
        data.put("caller", call.caller());
        data.put("caller_name", call.callerName());
        data.put("email", call.text("email"));
        data.put("tracking_number", call.text("tracking_number"));
        data.put("call_status", call.status().wire());
        data.put("direction", call.direction());
        data.put("duration", call.duration());
        data.put(
                "start_time", call.startTime() == null ? null : call.startTime().toString());
        data.put("source", call.text("source"));
        return data;
    }
}
