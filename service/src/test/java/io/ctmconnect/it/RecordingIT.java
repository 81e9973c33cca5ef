package io.ctmconnect.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

/** A call's recording, passed on from the sandbox's storage. */
class RecordingIT extends WithRecording {
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

    @Test
    void aRecordingLargerThanTheHeapIsPassedOn() throws Exception {
        WORLD.control.settings("{\"recording_mib\":600}");

        try (InputStream recording = open()) {
            assertThat(recording.transferTo(OutputStream.nullOutputStream())).isEqualTo(600L * MEBIBYTE);
        }
    }

    @Test
    void keysThatCtmRefusesAreRenewed() throws Exception {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        assertThat(fetch().statusCode()).isEqualTo(200);
    }
}
