package io.ctmconnect.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.notifications.GoogleTransport.Reply;
import io.ctmconnect.notifications.SendResult.DeadAddress;
import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;

import java.time.Instant;

/**
 * What FCM's answers mean, by its list of error codes (firebase.google.com/docs/cloud-messaging/error-codes). What is about
 * the message is refused; what is about the project, the account or FCM itself may be mended and is tried again. Only two
 * errors say that a token is dead, and a wrong guess would cost a user every later notice, so that they must match
 * exactly.
 */
final class FcmAnswers {
    /** The one text that tells a bad token from other bad arguments: both are 400 with {@code INVALID_ARGUMENT}. */
    private static final String INVALID_TOKEN = "The registration token is not a valid FCM registration token";

    private static final String INVALID_ARGUMENT = "INVALID_ARGUMENT";
    private static final String UNREGISTERED = "UNREGISTERED";

    private FcmAnswers() {}

    /** Whether the access token was refused. */
    static boolean isUnauthorized(Reply reply) {
        return reply.status() == 401;
    }

    static SendResult of(Reply reply, Instant now) {
        JsonNode answer = GoogleJson.read(reply.body());
        JsonNode error = answer.path("error");
        String code = code(error);
        return switch (reply.status()) {
            case 200 -> sent(answer);
            case 400 -> isInvalidToken(error) ? new DeadAddress(INVALID_ARGUMENT) : new Refused(said(400, code, error));
            case 403 ->
                "SENDER_ID_MISMATCH".equals(code)
                        ? new Refused(code)
                        : new TryAgain("FCM says " + said(403, code, error));
            case 404 ->
                UNREGISTERED.equals(code)
                        ? new DeadAddress(UNREGISTERED)
                        : new TryAgain("FCM says " + said(404, code, error));
            case 429, 500, 502, 503, 504 ->
                new TryAgain(RetryAfter.of(reply.retryAfter(), now), "FCM says " + said(reply.status(), code, error));
            default -> other(reply.status());
        };
    }

    private static SendResult other(int status) {
        return status >= 402 && status < 500 && status != 408
                ? new Refused("HTTP " + status)
                : new TryAgain("FCM answers with HTTP " + status);
    }

    private static SendResult sent(JsonNode answer) {
        String name = answer.path("name").asText();
        return name.isEmpty() ? new TryAgain("FCM answers without a message's name") : new Sent(name);
    }

    private static boolean isInvalidToken(JsonNode error) {
        return INVALID_ARGUMENT.equals(error.path("status").asText())
                && (INVALID_TOKEN.equals(error.path("message").asText()) || violatesToken(error));
    }

    private static boolean violatesToken(JsonNode error) {
        return error.path("details")
                .valueStream()
                .flatMap(detail -> detail.path("fieldViolations").valueStream())
                .anyMatch(violation -> "message.token"
                                .equals(violation.path("field").asText())
                        && INVALID_TOKEN.equals(violation.path("description").asText()));
    }

    /** FCM's own error code, which stands in the details. */
    private static String code(JsonNode error) {
        return error.path("details")
                .valueStream()
                .map(detail -> detail.path("errorCode").asText())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What is safe to show of an error: its words in capitals, never its text. */
    private static String said(int status, String code, JsonNode error) {
        String word = code.isEmpty() ? error.path("status").asText() : code;
        return word.matches("[A-Z_]{1,40}") ? word : "HTTP " + status;
    }
}
