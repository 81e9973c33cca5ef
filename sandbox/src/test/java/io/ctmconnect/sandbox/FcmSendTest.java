package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FcmSendTest {

    private static final String MESSAGE =
            "{\"message\":{\"token\":\"web-1\",\"notification\":{\"title\":\"A\",\"body\":\"B\"},"
                    + "\"data\":{\"type\":\"project_added\"},\"webpush\":{\"fcm_options\":{\"link\":\"https://app.example.com/\"}}}}";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    private Probe sender = probe;

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
        sender = probe.bearing(token());
    }

    private String token() {
        Jwts jwts = Jwts.of(probe.sandbox());
        return probe.asNobody()
                .postForm(
                        jwts.account().path("token_uri").asText(),
                        "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + jwts.sign(jwts.claims()))
                .json()
                .path("access_token")
                .asText();
    }

    private Probe.Answer send(String body) {
        return sender.postJson(target("ctm-connect-sandbox"), body);
    }

    private String target(String project) {
        return probe.sandbox().fcmBaseUrl() + "/v1/projects/" + project + "/messages:send";
    }

    private Probe.Answer to(String device) {
        return send("{\"message\":{\"token\":\"" + device + "\"}}");
    }

    private void fail(String order) {
        assertThat(probe.control("POST", "/fcm/errors", order).status()).isEqualTo(200);
    }

    private JsonNode sent(String query) {
        return probe.control("GET", "/fcm" + query, "").json();
    }

    @Test
    void anAcceptedMessageHasANameAndIsShown() {
        Probe.Answer answer = send(MESSAGE);
        to("web-2");

        String name = answer.json().path("name").asText();
        JsonNode shown = sent("?token=web-1").path("messages");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("name");
        assertThat(name).matches("projects/ctm-connect-sandbox/messages/[-0-9a-f]{36}");
        assertThat(shown).hasSize(1);
        assertThat(shown.at("/0/name").asText()).isEqualTo(name);
        assertThat(shown.at("/0/message")).isEqualTo(Probe.parse(MESSAGE).path("message"));
        assertThat(sent("?since=1").at("/messages/0/token").asText()).isEqualTo("web-2");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREGISTERED, 404, NOT_FOUND, UNREGISTERED",
        "INVALID_TOKEN, 400, INVALID_ARGUMENT, INVALID_ARGUMENT",
        "INVALID_ARGUMENT, 400, INVALID_ARGUMENT, INVALID_ARGUMENT",
        "SENDER_ID_MISMATCH, 403, PERMISSION_DENIED, SENDER_ID_MISMATCH",
        "QUOTA_EXCEEDED, 429, RESOURCE_EXHAUSTED, QUOTA_EXCEEDED",
        "UNAVAILABLE, 503, UNAVAILABLE, UNAVAILABLE",
        "INTERNAL, 500, INTERNAL, INTERNAL",
        "THIRD_PARTY_AUTH_ERROR, 401, UNAUTHENTICATED, THIRD_PARTY_AUTH_ERROR"
    })
    void anOrderedErrorHasFcmsShape(String error, int code, String status, String errorCode) {
        fail("{\"error\":\"" + error + "\",\"token\":\"web-1\"}");

        Probe.Answer answer = to("web-1");

        assertThat(answer.status()).isEqualTo(code);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(answer.json().at("/error/status").asText()).isEqualTo(status);
        assertThat(answer.json().at("/error/message").asText()).isNotBlank();
        assertThat(answer.json().at("/error/details"))
                .isEqualTo(Probe.parse("[{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\","
                        + "\"errorCode\":\"" + errorCode + "\"}]"));
        assertThat(to("web-2").status()).isEqualTo(200);
        assertThat(sent("").at("/refused/0/status").asInt()).isEqualTo(code);
        assertThat(sent("").path("messages")).hasSize(1);
    }

    @Test
    void anInvalidTokenHasItsExactMessage() {
        fail("{\"error\":\"INVALID_TOKEN\"}");

        assertThat(to("web-1").json().at("/error/message").asText())
                .isEqualTo("The registration token is not a valid FCM registration token");
        assertThat(to("not a token").json().at("/error/message").asText())
                .isEqualTo("The registration token is not a valid FCM registration token");
    }

    @Test
    void theNextSendsFailWithRetryAfter() {
        fail("{\"error\":\"UNAVAILABLE\",\"times\":2,\"retry_after\":7}");
        fail("{\"error\":\"QUOTA_EXCEEDED\",\"times\":1,\"retry_after\":\"Wed, 21 Oct 2099 07:28:00 GMT\"}");

        assertThat(to("web-1").header("Retry-After")).isEqualTo("7");
        assertThat(to("web-2").status()).isEqualTo(503);
        assertThat(to("web-1").header("Retry-After")).isEqualTo("Wed, 21 Oct 2099 07:28:00 GMT");
        assertThat(to("web-1").status()).isEqualTo(200);
        assertThat(probe.control("GET", "/fcm/errors", "")
                        .json()
                        .at("/errors/0/spent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void errorsEndAndNonsenseIsRefused() {
        fail("{\"error\":\"INTERNAL\"}");
        probe.control("DELETE", "/fcm/errors", "");

        assertThat(to("web-1").status()).isEqualTo(200);
        assertThat(probe.control("POST", "/fcm/errors", "{\"error\":\"OOPS\"}").status())
                .isEqualTo(400);
        assertThat(probe.control("POST", "/fcm/errors", "{\"error\":\"INTERNAL\",\"device\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void dataMustBeTexts() {
        Probe.Answer answer = send("{\"message\":{\"token\":\"web-1\",\"data\":{\"a\":\"1\",\"b\":12}}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json())
                .isEqualTo(Probe.parse("{\"error\":{\"code\":400,"
                        + "\"message\":\"Invalid value at 'message.data[1].value' (TYPE_STRING), 12\","
                        + "\"status\":\"INVALID_ARGUMENT\",\"details\":[{"
                        + "\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{"
                        + "\"field\":\"message.data[1].value\","
                        + "\"description\":\"Invalid value at 'message.data[1].value' (TYPE_STRING), 12\"}]}]}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":{}}",
                "{\"message\":\"hello\"}",
                "{\"message\":{\"token\":\"a\",\"topic\":\"b\"}}",
                "{\"message\":{\"token\":\"a\"},\"colour\":\"red\"}",
                "{\"message\":{\"token\":\"a\",\"to\":\"b\"}}",
                "{\"message\":{\"token\":\"a\",\"notification\":{\"title\":1}}}",
                "{\"message\":{\"token\":\"a\",\"notification\":{\"icon\":\"x\"}}}",
                "{\"message\":{\"token\":\"a\",\"data\":{\"from\":\"x\"}}}",
                "{\"message\":{\"token\":\"a\",\"data\":{\"google.x\":\"x\"}}}",
                "{\"message\":{\"token\":\"a\",\"webpush\":{\"link\":\"x\"}}}",
                "{\"message\":{\"token\":\"a\",\"webpush\":{\"fcm_options\":{\"link\":\"http://x\"}}}}",
                "{\"message\":{\"token\":\"a\",\"webpush\":{\"headers\":{\"TTL\":60}}}}"
            })
    void whatFcmDoesNotKnowIsAnInvalidArgument(String body) {
        Probe.Answer answer = send(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.json().at("/error/details/0/fieldViolations")).hasSize(1);
        assertThat(sent("").path("messages")).isEmpty();
    }

    @Test
    void withoutAValidAccessTokenNothingIsSent() {
        Probe.Answer nobody = probe.asNobody().postJson(target("ctm-connect-sandbox"), MESSAGE);
        probe.control("POST", "/fcm/revoke", "");
        Probe.Answer revoked = send(MESSAGE);

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.json().at("/error/status").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(revoked.json().at("/error/details/0/reason").asText()).isEqualTo("ACCESS_TOKEN_TYPE_UNSUPPORTED");
        assertThat(sent("").path("messages")).isEmpty();
    }

    @Test
    void anotherProjectIsForbidden() {
        assertThat(sender.postJson(target("another"), MESSAGE)
                        .json()
                        .at("/error/status")
                        .asText())
                .isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void aDryRunSendsNothing() {
        assertThat(send("{\"validate_only\":true,\"message\":{\"token\":\"web-1\"}}")
                        .json()
                        .path("name")
                        .asText())
                .endsWith("/fake_message_id");
        assertThat(sent("").path("messages")).isEmpty();
    }

    @Test
    void faultsStrikeWhenTheyNameThePath() {
        probe.control("POST", "/faults", "{\"kind\":\"status\",\"code\":500}");
        assertThat(to("web-1").status()).isEqualTo(200);

        probe.control(
                "POST", "/faults", "{\"kind\":\"drop\",\"after_work\":true,\"match\":{\"path\":\"messages:send\"}}");
        assertThatThrownBy(() -> sender.sendOrFail("POST", target("ctm-connect-sandbox"), "application/json", MESSAGE))
                .isInstanceOf(IOException.class);
        assertThat(sent("?since=1").path("messages")).hasSize(1);
    }

    @Test
    void aResetForgetsMessagesAndKeepsAccessTokens() {
        to("web-1");
        fail("{\"error\":\"INTERNAL\"}");

        probe.control("POST", "/reset", "");

        assertThat(sent("").path("messages")).isEmpty();
        assertThat(to("web-1").status()).isEqualTo(200);
        assertThat(sent("").at("/messages/0/seq").asInt()).isEqualTo(1);
        probe.control("DELETE", "/fcm", "");
        assertThat(sent("").path("messages")).isEmpty();
    }
}
