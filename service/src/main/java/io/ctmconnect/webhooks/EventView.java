package io.ctmconnect.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A received event, as the inspector lists it.
 *
 * @param status {@code pending}, {@code processed}, {@code ignored} (no phone call), {@code parked} or {@code rejected}
 * @param reason why, for what was not processed; empty otherwise
 * @param event by the address that it came to, or as it names itself; null when neither says anything
 * @param callId CTM's call id; null when it names none
 * @param signature {@code valid}, {@code invalid}, {@code absent}, {@code unknown} when no secret is held, or {@code reconciled} when no
 *     webhook has brought it and the call was read from CTM
 * @param attempts how often working it off has failed
 */
record EventView(
        @Schema(examples = "65f0a1b2c3d4e5f60718e001") String id,
        @Schema(examples = "processed") String status,
        @Schema(examples = "") String reason,
        @Schema(examples = "call.completed") @Nullable String event,
        @Schema(examples = "3187264501") @Nullable String callId,
        @Schema(examples = "482913") @Nullable String calltrackingAccountId,

        @Schema(examples = "65f0a1b2c3d4e5f60718c001") @Nullable
        String campaignId,

        @Schema(examples = "valid") String signature,
        @Schema(examples = "2026-03-17T13:46:13Z") Instant receivedAt,
        int attempts) {

    static EventView of(KnownEvent known) {
        ReceivedEvent event = known.event();
        CallEventKind kind = event.kind();
        return new EventView(
                event.id().toHexString(),
                known.status().wire(),
                known.reason(),
                kind == null ? null : kind.wire(),
                event.callId(),
                event.ctmAccount(),
                event.campaign() == null ? null : event.campaign().toHexString(),
                event.verdict().wire(),
                event.receivedAt(),
                event.attempts());
    }
}
