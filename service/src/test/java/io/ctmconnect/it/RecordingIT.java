package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A call's recording, passed on from the sandbox's storage. */
class RecordingIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls";
    private static final int MEBIBYTE = 1 << 20;

    @AutoClose
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Connected connected = WORLD.connect();
    private String path = "";

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        JsonNode call = WORLD.control.post(CALLS, "{\"call_status\":\"answered\"}");
        path = CALLS + "/" + call.path("id").asText();
        String audio =
                WORLD.sandbox.apiBaseUrl() + CALLS + "/" + call.path("sid").asText() + "/recording";
        WORLD.control.post(path, "{\"_method\":\"patch\",\"audio\":\"" + audio + "\"}");
        WORLD.control.settings("{\"recording_mib\":1}");
        WORLD.control.forget();
    }

    private HttpResponse<byte[]> fetch(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = connected.caller().request(Api.BASE + "/" + connected.id() + path + "/recording");
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private Reply refused() {
        return connected.get(path + "/recording");
    }

    /** The recording's bytes, asked from the sandbox itself. */
    private byte[] stored() throws IOException, InterruptedException {
        String sid = connected.get(path).data().path("sid").asText();
        HttpRequest ask = HttpRequest.newBuilder(
                        URI.create(WORLD.sandbox.apiBaseUrl() + CALLS + "/" + sid + "/recording"))
                .header("Authorization", basic())
                .build();
        String link = http.send(ask, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private static String basic() {
        String pair = "sandbox-agency-20417-key-1:sandbox-agency-20417-secret-1";
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307})
    void itIsPassedOnWhole(int redirect) throws Exception {
        WORLD.control.settings("{\"recording_redirect\":" + redirect + "}");

        HttpResponse<byte[]> recording = fetch();

        assertThat(recording.statusCode()).isEqualTo(200);
        assertThat(recording.body()).isEqualTo(stored());
        assertThat(header(recording, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(recording, "Content-Length")).isEqualTo(String.valueOf(MEBIBYTE));
        assertThat(header(recording, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(recording, "Cache-Control")).isEqualTo("private");
        assertThat(header(recording, "ETag")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=100000-300000,100000,300001", "bytes=-5,1048571,1048576"})
    void aRangeIsThoseBytes(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> part = fetch("Range", range);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(stored(), from, to));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/1048576");
        assertThat(header(part, "Content-Length")).isEqualTo(String.valueOf(to - from));
    }

    @Test
    void aRangeOfAnotherVersionIsTheWhole() throws Exception {
        assertThat(fetch("Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRangeThatItDoesNotHaveIsRefused() throws Exception {
        HttpResponse<byte[]> refused = fetch("Range", "bytes=1048576-");

        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(header(refused, "Content-Range")).isEqualTo("bytes */1048576");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("RANGE_NOT_SATISFIABLE");
    }

    @Test
    void theStorageSeesNoCredentials() throws Exception {
        assertThat(fetch().statusCode()).isEqualTo(200);

        assertThat(WORLD.control.seen("/recordings/"))
                .singleElement()
                .satisfies(request -> assertThat(request.path("status").asInt()).isEqualTo(200));
        assertThat(WORLD.control.seen("/recording").getFirst().path("caller").asText())
                .startsWith("key:");
    }

    @Test
    void aCallWithoutRecordingHasNone() {
        WORLD.control.post(path, "{\"_method\":\"patch\",\"audio\":null}");

        assertThat(refused().code()).isEqualTo("NOT_FOUND");
        assertThat(connected.get(CALLS + "/999/recording").code()).isEqualTo("NOT_FOUND");
        assertThat(connected.get(path).data().path("recording_url").isNull()).isTrue();
    }

    @Test
    void theLinkOfListAndDetailLeadsToIt() {
        String url = World.PUBLIC_BASE_URL + Api.BASE + "/" + connected.id() + path + "/recording";

        assertThat(connected.get(path).data().path("recording_url").asText()).isEqualTo(url);
        assertThat(connected.get(CALLS).data().findValuesAsText("recording_url"))
                .contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://foreign.example/x",
                "https://amazonaws.com.example/x",
                "ftp://127.0.0.1/x",
                "http://user@127.0.0.1/x",
                "::",
                "file:///etc/passwd"
            })
    void aRedirectElsewhereIsNotFollowed(String location) {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":302,\"headers\":{\"Location\":\"%s\"},\"match\":{\"path\":\"/recording$\"}}"
                        .formatted(location));

        Reply reply = refused();

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.code()).isEqualTo("CTM_UNAVAILABLE");
    }

    @Test
    void redirectsWithoutEndAreNotFollowed() {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":302,\"headers\":{\"Location\":\"recording\"},\"match\":{\"path\":\"/recording$\"}}");

        assertThat(refused().code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(WORLD.control.seen("/recording")).hasSizeLessThanOrEqualTo(3 * 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void aCutRecordingIsAFailureForTheCaller(int mebibytes) {
        WORLD.control.settings("{\"recording_mib\":" + mebibytes + "}");
        WORLD.control.fault("{\"kind\":\"cut_body\",\"match\":{\"path\":\"/recordings/\"}}");

        long before = ended();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::fetch);
        await().until(() -> ended() > before);
    }

    @Test
    void aRecordingLargerThanTheHeapIsPassedOn() throws Exception {
        WORLD.control.settings("{\"recording_mib\":600}");

        try (InputStream recording = open()) {
            assertThat(recording.transferTo(OutputStream.nullOutputStream())).isEqualTo(600L * MEBIBYTE);
        }
    }

    @Test
    void whoGoesAwayEndsTheRequest() throws Exception {
        WORLD.control.settings("{\"recording_mib\":600}");
        long before = ended();

        try (InputStream recording = open()) {
            assertThat(recording.readNBytes(1000)).hasSize(1000);
        }

        await().until(() -> ended() > before);
        assertThat(lines("request failed")).isZero();
    }

    private InputStream open() throws IOException, InterruptedException {
        HttpRequest request = connected
                .caller()
                .request(Api.BASE + "/" + connected.id() + path + "/recording")
                .build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    /** Requests for recordings that have ended, by the log. */
    private static long ended() {
        return lines("\"message\":\"request\"");
    }

    /** Lines about recordings in the log that hold a text. */
    private static long lines(String text) {
        return WORLD.service
                .output()
                .lines()
                .filter(line -> line.contains("/{callId}/recording\"") && line.contains(text))
                .count();
    }

    @Test
    void anErrorPageIsNoRecording() {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":200,\"body\":{\"oops\":1},\"match\":{\"path\":\"/recordings/\"}}");

        assertThat(refused().code()).isEqualTo("CTM_UNAVAILABLE");
    }

    @Test
    void aRefusalByTheStorageFlagsNothing() {
        WORLD.control.fault("{\"kind\":\"unauthorized\",\"match\":{\"path\":\"/recordings/\"}}");

        assertThat(refused().code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(connected.get(CALLS).status()).isEqualTo(200);
    }

    @Test
    void keysThatCtmRefusesAreRenewed() throws Exception {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        assertThat(fetch().statusCode()).isEqualTo(200);
    }
}
