package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Response;

/** The errors of FCM's HTTP v1 API, in the words and shapes that it answers them in. */
enum FcmError {
    UNREGISTERED(404, "NOT_FOUND", "Requested entity was not found."),
    INVALID_TOKEN(400, "INVALID_ARGUMENT", "The registration token is not a valid FCM registration token"),
    INVALID_ARGUMENT(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
    SENDER_ID_MISMATCH(403, "PERMISSION_DENIED", "SenderId mismatch"),
    QUOTA_EXCEEDED(429, "RESOURCE_EXHAUSTED", "Quota exceeded for the message rate of this device."),
    UNAVAILABLE(503, "UNAVAILABLE", "The service is currently unavailable."),
    INTERNAL(500, "INTERNAL", "Internal error encountered."),
    THIRD_PARTY_AUTH_ERROR(401, "UNAUTHENTICATED", "Auth error from APNS or Web Push Service"),
    UNAUTHENTICATED(
            401,
            "UNAUTHENTICATED",
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
                    + " authentication credential. See"
                    + " https://developers.google.com/identity/sign-in/web/devconsole-project."),
    PERMISSION_DENIED(
            403,
            "PERMISSION_DENIED",
            "Permission 'cloudmessaging.messages.create' denied on resource (or it may not exist).");

    private final int code;
    private final String status;
    private final String message;

    FcmError(int code, String status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /** The whole answer. */
    Response response() {
        return switch (this) {
            case UNAUTHENTICATED -> answer(message, errorInfo("ACCESS_TOKEN_TYPE_UNSUPPORTED"));
            case PERMISSION_DENIED -> answer(message, errorInfo("IAM_PERMISSION_DENIED"));
            case INVALID_TOKEN -> answer(message, fcmError(INVALID_ARGUMENT.name()));
            default -> answer(message, fcmError(name()));
        };
    }

    /** An invalid argument that is told by its field. */
    static Response violation(String field, String description) {
        ObjectNode detail = Json.object().put("@type", "type.googleapis.com/google.rpc.BadRequest");
        detail.putArray("fieldViolations").addObject().put("field", field).put("description", description);
        return INVALID_ARGUMENT.answer(description, detail);
    }

    private Response answer(String text, ObjectNode detail) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", code)
                .put("message", text)
                .put("status", status)
                .putArray("details")
                .add(detail);
        return Response.json(code, body);
    }

    private static ObjectNode fcmError(String errorCode) {
        return Json.object()
                .put("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError")
                .put("errorCode", errorCode);
    }

    private static ObjectNode errorInfo(String reason) {
        return Json.object()
                .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", reason)
                .put("domain", "googleapis.com");
    }
}
