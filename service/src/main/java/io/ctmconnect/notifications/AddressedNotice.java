package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.outbox.Task;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A notice for one recipient by one channel: what a row that sends holds. Its payload is the notice's and the recipient's
 * ids, no address and no token: these are read when it is sent.
 *
 * @param id the row's
 */
record AddressedNotice(String id, IntegrationNotice notice, Recipient recipient) {
    /** The version of the payload. */
    static final int VERSION = 1;

    private static final String USER = "user";
    private static final String AS_OWNER_OF = "as_owner_of";
    private static final String ROLE = "role";

    /** Reads a row that sends. */
    static AddressedNotice of(Task task) {
        Document payload = task.payload();
        Recipient recipient = new Recipient(
                payload.getObjectId(USER), payload.getObjectId(AS_OWNER_OF), Role.of(payload.getString(ROLE)));
        return new AddressedNotice(task.id(), IntegrationNotice.of(task), recipient);
    }

    /**
     * The row that sends it. One notice makes one row of each recipient and channel, however often it is handled.
     *
     * @param notice the task of the notice
     * @param kind who sends
     * @param channel its name, for the row's id
     */
    static Task task(Task notice, Recipient recipient, String kind, String channel) {
        Document payload = new Document(notice.payload())
                .append(USER, recipient.user())
                .append(AS_OWNER_OF, recipient.account())
                .append(ROLE, recipient.role().wire());
        return new Task(notice.id() + ":" + recipient.user() + ":" + channel, kind, VERSION, payload);
    }

    /** Who caused it, as the platform's id; null when nobody is known. */
    @Nullable
    ObjectId actor() {
        String actor = notice.actor();
        return actor != null && ObjectId.isValid(actor) ? new ObjectId(actor) : null;
    }

    /** Whether it goes to the agency of the account that it is about. */
    boolean isForAgency() {
        return recipient.role() == Role.PARENT_OWNER;
    }
}
