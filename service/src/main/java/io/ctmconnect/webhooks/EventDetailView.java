package io.ctmconnect.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A received event in full: what the list shows, and its body.
 *
 * @param body as it came
 */
record EventDetailView(
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
        int attempts,
        @Schema(examples = "{\"id\":3187264501}") String body) {

    static EventDetailView of(KnownEvent known) {
        EventView shown = EventView.of(known);
        return new EventDetailView(
                shown.id(),
                shown.status(),
                shown.reason(),
                shown.event(),
                shown.callId(),
                shown.calltrackingAccountId(),
                shown.campaignId(),
                shown.signature(),
                shown.receivedAt(),
                shown.attempts(),
                new String(known.event().body().getData(), StandardCharsets.UTF_8));
    }
}
