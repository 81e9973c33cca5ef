package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What goes wrong with a recording, and who goes away. */
class RecordingFailureIT extends WithRecording {
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
    void whoGoesAwayEndsTheRequest() throws Exception {
        WORLD.control.settings("{\"recording_mib\":600}");
        long before = ended();

        try (InputStream recording = open()) {
            assertThat(recording.readNBytes(1000)).hasSize(1000);
        }

        await().until(() -> ended() > before);
        assertThat(lines("request failed")).isZero();
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
}
