package io.ctmconnect.webhooks;

import io.ctmconnect.credentials.WebhookNotes;
import io.ctmconnect.ctm.CtmMemory;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Violation;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one way in for events: what comes from CTM, from the sandbox and from a replay is accepted here. */
@Singleton
class Webhooks {
    private final Trust trust;
    private final Inbox inbox;
    private final UnprovenStore unproven;
    private final EventWorker worker;
    private final WebhookNotes notes;
    private final CtmMemory memory;
    private final WebhookSettings settings;
    private final WebhookMetrics metrics;
    private final InstantSource clock;

    Webhooks(
            Trust trust,
            Inbox inbox,
            UnprovenStore unproven,
            EventWorker worker,
            WebhookNotes notes,
            CtmMemory memory,
            WebhookSettings settings,
            WebhookMetrics metrics,
            InstantSource clock) {
        this.trust = trust;
        this.inbox = inbox;
        this.unproven = unproven;
        this.worker = worker;
        this.notes = notes;
        this.memory = memory;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes an event. When this returns, the event is stored: it will be worked off whatever happens to this process.
     *
     * @throws ApiException {@link ErrorCode#MALFORMED_JSON} or {@link ErrorCode#VALIDATION_FAILED} for what is no call
     *     event; {@link ErrorCode#INVALID_SIGNATURE} where signatures are enforced
     */
    void accept(Delivery delivery) {
        long started = System.nanoTime();
        Optional<Payload> payload = Payload.read(delivery.body().getData());
        Trust.Proof proof = trust.of(delivery, payload.map(Payload::ctmAccount).orElse(null));
        metrics.signed(proof.verdict());
        if (payload.map(Payload::callId).isEmpty()) {
            throw rejected(delivery, payload.orElse(null), proof);
        }
        List<Subscription> proven = proven(proof);
        if (proven.isEmpty()) {
            metrics.received("unverified");
            unproven.keep(event(delivery, payload.get(), null, proof), EventStatus.UNVERIFIED);
        }
        proven.forEach(subscription -> {
            take(event(delivery, payload.get(), subscription, proof));
            memory.forgetCalls(subscription.ctmAccount());
            notes.received(subscription.connection());
        });
        metrics.intake(System.nanoTime() - started);
        if (!isEnough(proof)) {
            throw ApiException.of(ErrorCode.INVALID_SIGNATURE);
        }
    }

    /**
     * Works an event off again.
     *
     * @throws ApiException {@link ErrorCode#CONFLICT} for one that was rejected: it would be again
     */
    KnownEvent replay(KnownEvent known) {
        if (known.status() == EventStatus.REJECTED) {
            throw ApiException.of(ErrorCode.CONFLICT, "The event is no call event: " + known.reason());
        }
        ReceivedEvent again = known.event().withAttempts(0);
        if (inbox.appendAgain(again)) {
            worker.hand(again);
        }
        return new KnownEvent(again, EventStatus.PENDING, "");
    }

    private List<Subscription> proven(Trust.Proof proof) {
        if (settings.signatureMode() == SignatureMode.OFF) {
            return proof.subscription().stream().toList();
        }
        return isEnough(proof) ? proof.proven() : List.of();
    }

    private boolean isEnough(Trust.Proof proof) {
        return settings.signatureMode() != SignatureMode.ENFORCE || proof.verdict() == Verdict.VALID;
    }

    private void take(ReceivedEvent event) {
        boolean isNew = inbox.append(event);
        metrics.received(isNew ? "stored" : "duplicate");
        if (isNew) {
            worker.hand(event);
        }
    }

    /** Kept for its subscriber to look at, when it knows a token; else apart. */
    private ApiException rejected(Delivery delivery, @Nullable Payload payload, Trust.Proof proof) {
        metrics.received("rejected");
        Optional<Subscription> subscriber = isEnough(proof) ? proof.subscription() : Optional.empty();
        ReceivedEvent event = event(delivery, payload, subscriber.orElse(null), proof);
        if (subscriber.isPresent()) {
            inbox.file(event, EventStatus.REJECTED, payload == null ? "it is no JSON object" : "it names no call");
        } else {
            unproven.keep(event, EventStatus.REJECTED);
        }
        return payload == null
                ? ApiException.of(ErrorCode.MALFORMED_JSON)
                : ApiException.invalid(List.of(new Violation("id", "must be a CallTrackingMetrics call id")));
    }

    private ReceivedEvent event(
            Delivery delivery, @Nullable Payload payload, @Nullable Subscription subscription, Trust.Proof proof) {
        String named = payload == null ? null : payload.ctmAccount();
        String callId = payload == null ? null : payload.callId();
        return new ReceivedEvent(
                delivery.id(subscription, callId),
                subscription == null ? null : subscription.account(),
                subscription == null ? null : subscription.campaign(),
                subscription == null ? named : subscription.ctmAccount(),
                callId,
                kind(delivery, payload),
                proof.verdict(),
                clock.instant(),
                delivery.body(),
                0);
    }

    private static @Nullable CallEventKind kind(Delivery delivery, @Nullable Payload payload) {
        return Stream.of(
                        Optional.ofNullable(delivery.event()),
                        Optional.ofNullable(payload).map(Payload::event))
                .flatMap(Optional::stream)
                .flatMap(name -> CallEventKind.of(name).stream())
                .findFirst()
                .orElse(null);
    }
}
