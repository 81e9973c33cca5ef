package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.outbox.Task;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.Date;

/** Tasks of notices, as they come from the outbox. */
final class Notices {
    /** The user who did it. */
    static final ObjectId ACTOR = new ObjectId();

    private Notices() {}

    static Task of(IntegrationNotice.Type type, ObjectId account) {
        ObjectId connection = new ObjectId();
        Document payload = new Document("type", type.wire())
                .append("account", account)
                .append("connection", connection)
                .append("at", Date.from(MovableClock.START))
                .append("actor", ACTOR.toHexString());
        return new Task(type.wire() + ":" + connection + ":1", IntegrationNotice.KIND, 1, payload);
    }

    /** A row that sends a notice to this recipient. */
    static Task to(Recipient recipient, IntegrationNotice.Type type, ObjectId account, String kind) {
        return AddressedNotice.task(of(type, account), recipient, kind, "channel");
    }
}
