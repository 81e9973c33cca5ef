package io.ctmconnect.webhooks;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import java.util.Date;

/** Writes and reads the fields of a received event, which the inbox and the archive have in common. */
final class EventDocument {
    static final String ACCOUNT = "account_id";
    static final String CALL_ID = "call_id";
    static final String RECEIVED_AT = "received_at";
    static final String ATTEMPTS = "attempts";

    private EventDocument() {}

    static Document of(ReceivedEvent event) {
        CallEventKind kind = event.kind();
        return new Document("_id", event.id())
                .append(ACCOUNT, event.account())
                .append("campaign_id", event.campaign())
                .append("calltracking_account_id", event.ctmAccount())
                .append(CALL_ID, event.callId())
                .append("event", kind == null ? null : kind.wire())
                .append("signature", event.verdict().wire())
                .append(RECEIVED_AT, Date.from(event.receivedAt()))
                .append("body", event.body())
                .append(ATTEMPTS, event.attempts());
    }

    static ReceivedEvent read(Document document) {
        return new ReceivedEvent(
                document.getObjectId("_id"),
                document.getObjectId(ACCOUNT),
                document.getObjectId("campaign_id"),
                document.getString("calltracking_account_id"),
                document.getString(CALL_ID),
                kind(document.getString("event")),
                Verdict.of(document.getString("signature")),
                document.getDate(RECEIVED_AT).toInstant(),
                document.get("body", Binary.class),
                document.getInteger(ATTEMPTS));
    }

    private static @Nullable CallEventKind kind(@Nullable String wire) {
        return wire == null ? null : CallEventKind.of(wire).orElse(null);
    }
}
