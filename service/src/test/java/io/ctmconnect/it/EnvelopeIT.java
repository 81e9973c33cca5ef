package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** Every error arrives in one envelope, whoever refuses the request. */
class EnvelopeIT extends InSharedWorld {
    private final Api caller = WORLD.callerOf(World.newAccount());

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/v1/e", "/v1/e/calltrackingmetrics/a/b/c/d", "/%00", "/..%2f..%2fetc", "/docs/x"})
    void anUnknownRouteIsNotFound(String path) {
        assertEnvelope(caller.getRoot(path), 404, "NOT_FOUND");
    }

    @Test
    void aWrongMethodIsNamed() {
        assertEnvelope(
                caller.send(caller.request(Api.BASE + "/auth").method("PATCH", BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
        assertEnvelope(caller.send(caller.request("/status").DELETE()), 405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 415, UNSUPPORTED_MEDIA_TYPE",
        "text/plain, 415, UNSUPPORTED_MEDIA_TYPE",
        "nonsense, 415, UNSUPPORTED_MEDIA_TYPE"
    })
    void aWrongMediaTypeIsNamed(String mediaType, int status, String code) {
        Reply reply = caller.send(caller.request(Api.BASE + "/auth")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString("username=a")));

        assertEnvelope(reply, status, code);
    }

    @Test
    void onlyJsonIsAnswered() {
        assertEnvelope(
                caller.send(caller.request(Api.BASE + "/auth").header("Accept", "text/html")), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"username\"",
                "{\"username\":\"a\",\"username\":\"b\"}",
                "{\"username\":\"a\",\"password\":\"b\"} {}",
                "nonsense",
                "{\"a\":\u0001}"
            })
    void malformedJsonIsNamed(String body) {
        assertEnvelope(caller.post("/auth", body), 400, "MALFORMED_JSON");
    }

    @Test
    void absurdNestingIsMalformed() {
        assertEnvelope(caller.post("/auth", "[".repeat(100_000)), 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "17", "null"})
    void aBodyThatIsNoObjectIsInvalid(String body) {
        assertEnvelope(caller.post("/auth", body), 400, "VALIDATION_FAILED");
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        String body = "{\"username\":\"" + "a".repeat(1024 * 1024) + "\"}";

        assertEnvelope(caller.post("/auth", body), 413, "PAYLOAD_TOO_LARGE");
        Reply chunked = caller.send(caller.request(Api.BASE + "/auth")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        assertEnvelope(chunked, 413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1~Host: x~Bad Header : y~~, 400, BAD_REQUEST",
        "NONSENSE~~, 400, BAD_REQUEST",
        "GET /%zz HTTP/1.1~Host: x~~, 400, BAD_REQUEST",
        "GET // HTTP/1.1~Host: x~~, 400, BAD_REQUEST",
        "GET / HTTP/1.1~~, 400, BAD_REQUEST",
        "POST /status HTTP/1.1~Host: x~Content-Length: many~~, 400, BAD_REQUEST",
        "GET /LONG HTTP/1.1~Host: x~~, 414, URI_TOO_LONG",
        "GET / HTTP/1.1~Host: x~X-Long: LONG~~, 431, HEADERS_TOO_LARGE"
    })
    void whatTheHttpLayerRefusesHasTheEnvelopeToo(String request, int status, String code) throws IOException {
        String answer = raw(request.replace("~", "\r\n").replace("LONG", "x".repeat(70_000)));

        assertThat(answer).contains(" " + status + " ").containsIgnoringCase("x-request-id: ");
        assertThat(answer)
                .contains("{\"success\":false,\"errno\":" + status + ",")
                .contains("\"code\":\"" + code + "\"}");
    }

    @Test
    void aSaneRequestIdIsKeptAndAnOddOneReplaced() {
        Reply kept = caller.send(caller.request("/status").header("X-Request-Id", "abc-123_4.5"));
        Reply replaced = caller.send(caller.request("/status").header("X-Request-Id", "a b<script>"));

        assertThat(kept.header("X-Request-Id")).isEqualTo("abc-123_4.5");
        assertThat(replaced.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    private static void assertEnvelope(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.json().path("errno").asInt()).isEqualTo(status);
        assertThat(reply.json().path("message").asText()).isNotBlank();
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("X-Request-Id")).isNotBlank();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), WORLD.service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            byte[] piece = new byte[4096];
            int length;
            while (!answer.toString().contains("}")
                    && (length = socket.getInputStream().read(piece)) > 0) {
                answer.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }
}
