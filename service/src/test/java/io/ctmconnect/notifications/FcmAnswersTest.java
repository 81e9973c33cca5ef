package io.ctmconnect.notifications;

import io.ctmconnect.notifications.GoogleTransport.Reply;
import io.ctmconnect.notifications.SendResult.DeadAddress;
import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class FcmAnswersTest {
    private static final String INVALID_TOKEN = "The registration token is not a valid FCM registration token";

    private static SendResult read(int status, String body, @Nullable String retryAfter) {
        return FcmAnswers.of(new Reply(status, retryAfter, body), MovableClock.START);
    }

    private static SendResult read(int status, String body) {
        return read(status, body, null);
    }

    private static SendResult error(int status, String word, String message, String errorCode) {
        return read(status, FakeGoogle.error(status, word, message, errorCode));
    }

    private static String violation(String field, String description) {
        return """
                {"error":{"code":400,"message":"Request contains an invalid argument.","status":"INVALID_ARGUMENT",
                "details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"INVALID_ARGUMENT"},
                {"@type":"type.googleapis.com/google.rpc.BadRequest",
                "fieldViolations":[{"field":"%s","description":"%s"}]}]}}""".formatted(field, description);
    }

    @Test
    void aMessagesNameIsItsId() {
        assertThat(read(200, "{\"name\":\"projects/p/messages/7\"}")).isEqualTo(new Sent("projects/p/messages/7"));
    }

    @Test
    void onlyTheTwoExactErrorsSayThatATokenIsDead() {
        assertThat(error(404, "NOT_FOUND", "Requested entity was not found.", "UNREGISTERED"))
                .isEqualTo(new DeadAddress("UNREGISTERED"));
        assertThat(error(400, "INVALID_ARGUMENT", INVALID_TOKEN, "INVALID_ARGUMENT"))
                .isEqualTo(new DeadAddress("INVALID_ARGUMENT"));
        assertThat(read(400, violation("message.token", INVALID_TOKEN))).isEqualTo(new DeadAddress("INVALID_ARGUMENT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request contains an invalid argument.",
                "The registration token is not a valid FCM registration token.",
                "the registration token is not a valid fcm registration token",
                "Message too big",
                ""
            })
    void anyOtherBadArgumentIsRefusedAndTheTokenLives(String message) {
        assertThat(error(400, "INVALID_ARGUMENT", message, "INVALID_ARGUMENT"))
                .isEqualTo(new Refused("INVALID_ARGUMENT"));
    }

    @Test
    void aFieldThatIsWrongIsRefusedAndTheTokenLives() {
        assertThat(read(400, violation("message.data[0].value", INVALID_TOKEN)))
                .isEqualTo(new Refused("INVALID_ARGUMENT"));
        assertThat(read(400, violation("message.token", "Invalid value at 'message.token' (TYPE_STRING), 12")))
                .isEqualTo(new Refused("INVALID_ARGUMENT"));
    }

    @Test
    void theTokensErrorUnderAnotherStatusSaysNothingOfTheToken() {
        assertThat(error(500, "INTERNAL", INVALID_TOKEN, "UNREGISTERED"))
                .isEqualTo(new TryAgain("FCM says UNREGISTERED"));
        assertThat(error(400, "FAILED_PRECONDITION", INVALID_TOKEN, "X")).isEqualTo(new Refused("X"));
        assertThat(error(400, "NOT_FOUND", "x", "UNREGISTERED")).isEqualTo(new Refused("UNREGISTERED"));
    }

    @Test
    void aSenderThatTheTokenIsNotForIsRefused() {
        assertThat(error(403, "PERMISSION_DENIED", "SenderId mismatch", "SENDER_ID_MISMATCH"))
                .isEqualTo(new Refused("SENDER_ID_MISMATCH"));
    }

    @Test
    void whatIsAboutTheProjectIsTriedAgain() {
        String noRight = "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"message\":\"canary\"}}";
        assertThat(read(403, noRight)).isEqualTo(new TryAgain("FCM says PERMISSION_DENIED"));
        assertThat(read(404, "<html>canary</html>")).isEqualTo(new TryAgain("FCM says HTTP 404"));
        assertThat(read(401, "{}")).isEqualTo(new TryAgain("FCM answers with HTTP 401"));
    }

    @ParameterizedTest
    @CsvSource({"429,QUOTA_EXCEEDED", "500,INTERNAL", "502,X", "503,UNAVAILABLE", "504,X"})
    void aWaitThatFcmAsksForIsKept(int status, String word) {
        String body = FakeGoogle.error(status, "ANY", "any", word);
        assertThat(read(status, body, "2"))
                .isEqualTo(new TryAgain(Optional.of(Duration.ofSeconds(2)), "FCM says " + word));
        assertThat(read(status, body, "Tue, 31 Mar 2026 12:01:00 GMT"))
                .isEqualTo(new TryAgain(Optional.of(Duration.ofMinutes(1)), "FCM says " + word));
        assertThat(read(status, body)).isEqualTo(new TryAgain("FCM says " + word));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 408})
    void whatIsNoAnswerOfFcmIsTriedAgain(int status) {
        assertThat(read(status, "<html>proxy</html>")).isInstanceOf(TryAgain.class);
    }

    @Property
    void anyAnswerIsAResultThatRepeatsNothingOfIt(@ForAll @IntRange(min = 200, max = 599) int status) {
        String body = FakeGoogle.error(status, "canary status", "canary message", "canary code");

        assertThat(read(status, body).toString()).doesNotContain("canary");
        assertThat(read(status, body)).isNotInstanceOf(DeadAddress.class);
    }
}
