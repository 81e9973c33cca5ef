package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Refused;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What FCM accepts in the body of a send: known names only, texts where it wants texts, one recipient. */
final class MessageRules {

    private static final Set<String> BODY = Set.of("message", "validate_only", "validateOnly");
    private static final Set<String> TARGETS = Set.of("token", "topic", "condition");
    private static final Set<String> MESSAGE = Set.of(
            "name",
            "token",
            "topic",
            "condition",
            "notification",
            "data",
            "android",
            "webpush",
            "apns",
            "fcm_options",
            "fcmOptions");
    private static final Set<String> NOTIFICATION = Set.of("title", "body", "image");
    private static final Set<String> WEBPUSH = Set.of("headers", "data", "notification", "fcm_options", "fcmOptions");
    private static final Set<String> OPTIONS = Set.of("link", "analytics_label", "analyticsLabel");

    private MessageRules() {}

    /** The message of a body that keeps the rules; else the body is refused as FCM does. */
    static ObjectNode check(JsonNode body) throws Refused {
        known(body, BODY, "");
        if (!(body.path("message") instanceof ObjectNode message)) {
            throw violation("message", "Message is not set.");
        }
        known(message, MESSAGE, "message");
        known(message.path("notification"), NOTIFICATION, "message.notification");
        texts(message.path("notification"), "message.notification");
        pairs(message.path("data"), "message.data");
        webpush(message.path("webpush"));
        target(message);
        return message;
    }

    private static void webpush(JsonNode webpush) throws Refused {
        known(webpush, WEBPUSH, "message.webpush");
        pairs(webpush.path("headers"), "message.webpush.headers");
        pairs(webpush.path("data"), "message.webpush.data");
        for (String name : List.of("fcm_options", "fcmOptions")) {
            JsonNode options = webpush.path(name);
            known(options, OPTIONS, "message.webpush." + name);
            texts(options, "message.webpush." + name);
            if (options.has("link") && !options.path("link").asText().startsWith("https://")) {
                throw violation("message.webpush." + name + ".link", "Link must be an HTTPS URL.");
            }
        }
    }

    private static void target(ObjectNode message) throws Refused {
        long targets = TARGETS.stream()
                .filter(name -> !message.path(name).asText("").isEmpty())
                .count();
        if (targets != 1) {
            throw violation(
                    "message",
                    targets == 0 ? "Recipient of the message is not set." : "Recipient is set more than once.");
        }
        if (message.has("token") && !message.path("token").asText().matches("[-A-Za-z0-9_:.]+")) {
            throw new Refused(FcmError.INVALID_TOKEN.response());
        }
    }

    /** A map of texts, whose wrong entries FCM tells by their number. */
    private static void pairs(JsonNode map, String path) throws Refused {
        Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator();
        for (int place = 0; entries.hasNext(); place++) {
            Map.Entry<String, JsonNode> entry = entries.next();
            text(entry.getValue(), path + "[" + place + "].value");
            if (path.equals("message.data") && entry.getKey().matches("from|message_type|(google|gcm).*")) {
                throw violation(path, "Invalid data payload key: " + entry.getKey());
            }
        }
    }

    private static void texts(JsonNode object, String path) throws Refused {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            text(entry.getValue(), path + "." + entry.getKey());
        }
    }

    private static void text(JsonNode value, String path) throws Refused {
        if (!value.isTextual()) {
            throw violation(path, "Invalid value at '" + path + "' (TYPE_STRING), " + value);
        }
    }

    private static void known(JsonNode object, Set<String> names, String path) throws Refused {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!names.contains(entry.getKey())) {
                String where = path.isEmpty() ? "" : " at '" + path + "'";
                throw violation(
                        path,
                        "Invalid JSON payload received. Unknown name \"" + entry.getKey() + "\"" + where
                                + ": Cannot find field.");
            }
        }
    }

    private static Refused violation(String field, String description) {
        return new Refused(FcmError.violation(field, description));
    }
}
