package io.ctmconnect.ctm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import static io.ctmconnect.ctm.RawCtm.answer;
import static io.ctmconnect.ctm.RawCtm.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class CtmTransportTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static void assertUnavailable(RawCtm server) {
        assertThatExceptionOfType(CtmException.Unavailable.class)
                .isThrownBy(() -> Clients.transport(server).send(Clients.get(), PATIENT));
        assertThat(server.requests()).isEqualTo(1);
    }

    private static void assertTimesOut(RawCtm server) {
        assertThatExceptionOfType(CtmException.TimedOut.class)
                .isThrownBy(() -> Clients.transport(server).send(Clients.get(), SHORT));
    }

    @Test
    void anAnswerIsReadWhole() throws IOException {
        try (RawCtm server = RawCtm.playing(answer(418, "{\"a\":\"ü\"}", "Retry-After: 7"))) {
            CtmResponse response = Clients.transport(server).send(Clients.get(), PATIENT);

            assertThat(response.status()).isEqualTo(418);
            assertThat(response.retryAfter()).isEqualTo("7");
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"ü\"}");
        }
    }

    @Test
    void anAnswerMayHaveNoBody() throws IOException {
        try (RawCtm server = RawCtm.playing(bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))) {
            CtmResponse response = Clients.transport(server).send(Clients.get(), PATIENT);

            assertThat(response.body()).isEmpty();
            assertThat(response.retryAfter()).isNull();
        }
    }

    @Test
    void aRequestCarriesTheKeysAsBasic() throws IOException {
        try (RawCtm server = RawCtm.playing(answer(200, "{}"))) {
            Clients.transport(server).send(Clients.get(), PATIENT);

            assertThat(server.heads().getFirst())
                    .startsWith("GET /accounts?per_page=1 HTTP/1.1\r\n")
                    .contains("\r\nAuthorization: Basic dGhlLWFjY2Vzcy1rZXk6dGhlLXNlY3JldA==\r\n")
                    .contains("\r\nAccept: application/json\r\n");
        }
    }

    @Test
    void aLoginIsAFormWithoutAuthorization() throws IOException {
        try (RawCtm server = RawCtm.playing(answer(200, "{}"))) {
            Clients.transport(server).send(Clients.login(), PATIENT);

            assertThat(server.heads().getFirst())
                    .startsWith("POST /authentication HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                    .doesNotContainIgnoringCase("authorization:");
            assertThat(Arrays.asList(server.bodies().getFirst().split("&", -1)))
                    .containsExactlyInAnyOrder("user=u%2B1", "password=p%26w");
        }
    }

    @Test
    void aJsonBodyIsSentAsItIs() throws IOException {
        CtmRequest request =
                CtmRequest.postJson(Endpoint.SEARCH_CALLS, "/search", "{\"search\":\"Zoë\"}", Clients.KEYS);
        try (RawCtm server = RawCtm.playing(answer(200, "{}"))) {
            Clients.transport(server).send(request, PATIENT);

            assertThat(server.heads().getFirst()).contains("\r\nContent-Type: application/json\r\n");
            assertThat(server.bodies()).containsExactly("{\"search\":\"Zoë\"}");
        }
    }

    @Test
    void noRequestPrints() {
        assertThat(Clients.login()).hasToString("CtmRequest[login]");
        assertThat(Clients.get().toString()).doesNotContain("Basic");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedSoThatNoKeyLeavesTheHost(int status) throws IOException {
        try (RawCtm other = RawCtm.playing(answer(200, "{}"));
                RawCtm server = RawCtm.playing(answer(status, "", "Location: " + other.url() + "/elsewhere"))) {
            CtmResponse response = Clients.transport(server).send(Clients.get(), PATIENT);

            assertThat(response.status()).isEqualTo(status);
            assertThat(other.requests()).isZero();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aCookieIsNotSentBack() throws IOException {
        try (RawCtm server = RawCtm.playing(answer(200, "{}", "Set-Cookie: session=1; Path=/"))) {
            CtmTransport transport = Clients.transport(server);
            transport.send(Clients.get(), PATIENT);
            transport.send(Clients.get(), PATIENT);

            assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("session=1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"calls\":[",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\nplain",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "220 smtp.example ESMTP\r\n"
            })
    void aCutOrBrokenAnswerIsUnavailable(String reply) throws IOException {
        try (RawCtm server = RawCtm.playing(bytes(reply))) {
            assertUnavailable(server);
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsUnavailable() throws IOException {
        String large = "x".repeat(16 * 1024 * 1024 + 1);
        try (RawCtm server = RawCtm.playing(answer(200, large))) {
            assertUnavailable(server);
        }
    }

    @Test
    void theLargestAnswerIsRead() throws IOException {
        String largest = "x".repeat(16 * 1024 * 1024);
        try (RawCtm server = RawCtm.playing(answer(200, largest))) {
            assertThat(Clients.transport(server).send(Clients.get(), PATIENT).body())
                    .hasSize(16 * 1024 * 1024);
        }
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws IOException {
        URI gone;
        try (RawCtm server = RawCtm.playing(answer(200, "{}"))) {
            gone = server.url();
        }
        CtmTransport transport = new CtmTransport(Clients.settings(gone, PATIENT, 100));

        assertThatExceptionOfType(CtmException.Unavailable.class)
                .isThrownBy(() -> transport.send(Clients.get(), PATIENT));
    }

    @Test
    void aServerThatNeverAnswersTimesOut() throws IOException {
        try (RawCtm server = RawCtm.silent()) {
            assertTimesOut(server);
        }
    }

    @Test
    void anAnswerThatDripsForeverTimesOut() throws IOException {
        try (RawCtm server = RawCtm.dripping()) {
            assertTimesOut(server);
        }
    }

    @Test
    void whereverTheTimeIsOverItIsATimeout() throws IOException {
        try (RawCtm server = RawCtm.playing(RawCtm.answer(200, "{}"))) {
            CtmTransport transport = Clients.transport(server);
            for (int tries = 0; tries < 300; tries++) {
                Duration within = Duration.ofMillis(tries % 3);
                Throwable failure = catchThrowable(() -> transport.send(Clients.get(), within));
                assertThat(failure == null || failure instanceof CtmException.TimedOut)
                        .as("%s", failure)
                        .isTrue();
            }
        }
    }
}
