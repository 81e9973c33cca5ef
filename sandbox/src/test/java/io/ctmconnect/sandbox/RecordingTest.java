package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingTest {

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private JsonNode call(String hasAudio) {
        return probe.get("/accounts/482913/calls?direction=inbound&per_page=1&has_audio=" + hasAudio)
                .json()
                .at("/calls/0");
    }

    private String link(String suffix) {
        Probe.Answer sent = probe.get(call("1").path("audio").asText() + suffix);
        assertThat(sent.status()).isEqualTo(302);
        return sent.header("Location");
    }

    private HttpResponse<byte[]> fetch(String link, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aRecordingIsAWaveOfItsTalkInTheStorage() throws Exception {
        HttpResponse<byte[]> recording = fetch(link(""));

        assertThat(recording.statusCode()).isEqualTo(200);
        assertThat(recording.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(recording.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(recording.body()).startsWith('R', 'I', 'F', 'F');
        assertThat(recording.body())
                .hasSize(44 + 8_000 * call("1").path("talk_time").asInt());
        assertThat(recording.body()).isEqualTo(fetch(link("")).body());
    }

    @Test
    void theSuffixGivesTheOtherType() throws Exception {
        assertThat(fetch(link(".mp3")).headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,0,10",
        "bytes=40-49,40,50",
        "bytes=65530-65545,65530,65546",
        "bytes=-7,1048569,1048576",
        "bytes=1048570-,1048570,1048576",
        "bytes=1048570-9999999,1048570,1048576"
    })
    void aRangeIsThoseBytes(String range, int from, int to) throws Exception {
        probe.control("POST", "/settings", "{\"recording_mib\":1}");
        byte[] whole = fetch(link("")).body();

        HttpResponse<byte[]> part = fetch(link(""), "Range", range);

        assertThat(whole).hasSize(1 << 20);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes " + from + "-" + (to - 1) + "/1048576");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndAnOddOneIgnored() throws Exception {
        probe.control("POST", "/settings", "{\"recording_mib\":1}");

        HttpResponse<byte[]> refused = fetch(link(""), "Range", "bytes=1048576-");

        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(refused.headers().firstValue("Content-Range")).hasValue("bytes */1048576");
        assertThat(fetch(link(""), "Range", "lines=1-2").statusCode()).isEqualTo(200);
        assertThat(fetch(link(""), "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStorageRefusesCredentialsAndForeignLinks() throws Exception {
        String link = link("");

        assertThat(fetch(link, "Authorization", "Basic eDp5").statusCode()).isEqualTo(400);
        assertThat(fetch(link.replace("signature=", "signature=0")).statusCode())
                .isEqualTo(403);
        assertThat(fetch(link.replace(".wav", ".mp3")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoProvesNothingAndACallWithoutAudioGetNoLink() {
        String api = "/accounts/482913/calls/";

        assertThat(probe.asNobody().get(call("1").path("audio").asText()).status())
                .isEqualTo(401);
        assertThat(probe.get(api + call("2").path("sid").asText() + "/recording")
                        .status())
                .isEqualTo(404);
        assertThat(probe.get(api + call("1").path("id").asText() + "/recording").status())
                .isEqualTo(404);
    }

    @Test
    void theStorageIsInTheJournalAndCanFail() throws Exception {
        String link = link("");
        fetch(link);
        probe.control("POST", "/faults", "{\"kind\":\"cut_body\",\"match\":{\"path\":\"/recordings/\"}}");

        JsonNode entries =
                probe.control("GET", "/journal?path=/recordings/", "").json().path("entries");

        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/status").asInt()).isEqualTo(200);
        assertThat(entries.at("/0/query").asText()).endsWith("signature=[redacted]");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> fetch(link));
    }
}
