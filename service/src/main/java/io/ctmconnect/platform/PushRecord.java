package io.ctmconnect.platform;

import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A push notice to one user, as the platform's bell shows it.
 *
 * @param id made from what the notice is about, so that a repeated push is the same record
 * @param account the account as whose member the user is told
 * @param user who is told
 * @param sentBy who caused it; null when nobody is known
 * @param text what is shown
 */
public record PushRecord(
        ObjectId id,
        ObjectId account,
        ObjectId user,
        @Nullable ObjectId sentBy,
        Text text) {
    /**
     * What a push shows.
     *
     * @param type the platform's word for the event
     * @param module the part of the platform that it belongs to
     * @param clickAction where a click leads
     * @param data further values for the platform's frontend; {@code type}, {@code module} and {@code click_action} are
     *     among them
     */
    public record Text(
            String type, String module, String title, String body, String clickAction, Map<String, String> data) {}

    /**
     * What became of one token.
     *
     * @param token the token's SHA-256, which tells tokens apart and is of no use to send
     * @param messageId FCM's id; null when it was not sent
     * @param error FCM's error; null when it was sent
     */
    public record Result(
            String token,
            @Nullable String messageId,
            @Nullable String error) {
        /** Whether FCM has taken it. */
        public boolean sent() {
            return messageId != null;
        }

        Document toDocument() {
            return sent() ? new Document("message_id", messageId) : new Document("error", error);
        }
    }

    Document message(List<Result> results) {
        int success = (int) results.stream().filter(Result::sent).count();
        return new Document("success", success)
                .append("failure", results.size() - success)
                .append("results", results.stream().map(Result::toDocument).toList())
                .append("title", text.title())
                .append("body", text.body())
                .append("data", new Document(Map.copyOf(text.data())))
                .append("click_action", text.clickAction());
    }
}
