package io.ctmconnect.notifications;

import io.ctmconnect.platform.PushRecord;
import io.ctmconnect.secrets.Secret;

import java.util.LinkedHashMap;
import java.util.Map;

/** FCM's message for one browser. */
final class FcmMessage {
    private FcmMessage() {}

    /** The request's body; it holds the token. */
    static String of(PushRecord.Text text, Secret token) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("token", token.reveal());
        message.put("notification", Map.of("title", text.title(), "body", text.body()));
        message.put("data", text.data());
        if (text.clickAction().startsWith("https://")) {
            message.put("webpush", Map.of("fcm_options", Map.of("link", text.clickAction()))); // FCM takes no other
        }
        return GoogleJson.write(Map.of("message", message));
    }
}
