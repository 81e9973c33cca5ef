package io.ctmconnect.webhooks;

import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An event as it was received: a document of the inbox while it is to be worked off, of the archive afterwards.
 *
 * @param id made of the content, so that a re-delivery has the same
 * @param account the platform account; null for an event that proved nothing
 * @param campaign counts the call; null likewise
 * @param ctmAccount as the subscription names it, else as the event does
 * @param callId as the event names it; null when it names none
 * @param kind by the address that it came to; null when that says nothing
 * @param body the raw bytes
 * @param attempts how often it has failed
 */
record ReceivedEvent(
        ObjectId id,
        @Nullable ObjectId account,
        @Nullable ObjectId campaign,
        @Nullable String ctmAccount,
        @Nullable String callId,
        @Nullable CallEventKind kind,
        Verdict verdict,
        Instant receivedAt,
        Binary body,
        int attempts) {
    ReceivedEvent withAttempts(int made) {
        return new ReceivedEvent(id, account, campaign, ctmAccount, callId, kind, verdict, receivedAt, body, made);
    }
}
