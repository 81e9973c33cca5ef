package io.ctmconnect.ctm;

import io.ctmconnect.ctm.RawCtm.Reply;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

import static io.ctmconnect.ctm.RawCtm.answer;
import static io.ctmconnect.ctm.RawCtm.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmClientTest {
    private static final Reply GOOD = answer(200, "{\"ok\":1}");
    private static final Reply DOWN = answer(503, "<html>");

    private static void assertEndsAs(
            Class<? extends CtmException> kind, CtmRequest request, int tries, Reply... replies) throws IOException {
        try (RawCtm server = RawCtm.playing(replies)) {
            assertThatExceptionOfType(kind)
                    .isThrownBy(() -> Clients.client(server).send(request, "c"));
            assertThat(server.requests()).isEqualTo(tries);
        }
    }

    private static void assertSucceeds(int tries, Reply... replies) throws IOException {
        try (RawCtm server = RawCtm.playing(replies)) {
            assertThat(Clients.client(server)
                            .send(Clients.get(), "c")
                            .path("ok")
                            .asInt())
                    .isEqualTo(1);
            assertThat(server.requests()).isEqualTo(tries);
        }
    }

    @Test
    void aSafeRequestIsTriedThreeTimesThenGivenUp() throws IOException {
        assertEndsAs(CtmException.Unavailable.class, Clients.get(), 3, DOWN);
    }

    @Test
    void aSafeRequestSucceedsAtItsLastTry() throws IOException {
        assertSucceeds(1, GOOD);
        assertSucceeds(2, DOWN, GOOD);
        assertSucceeds(3, DOWN, bytes(""), GOOD);
    }

    @Test
    void aSafeRequestIsTriedAgainAfterHttp429() throws IOException {
        assertSucceeds(2, answer(429, "", "Retry-After: 0"), GOOD);
    }

    @Test
    void aPostThatOnlySearchesIsSafe() throws IOException {
        CtmRequest search = CtmRequest.postJson(Endpoint.SEARCH_CALLS, "/search", "{}", Clients.KEYS);
        try (RawCtm server = RawCtm.playing(DOWN, GOOD)) {
            Clients.client(server).send(search, "c");

            assertThat(server.bodies()).containsExactly("{}", "{}");
        }
    }

    @Test
    void aLoginIsNeverTriedTwice() throws IOException {
        assertEndsAs(CtmException.Unavailable.class, Clients.login(), 1, DOWN, GOOD);
        assertEndsAs(CtmException.Unavailable.class, Clients.login(), 1, bytes(""), GOOD);
        assertEndsAs(CtmException.RateLimited.class, Clients.login(), 1, answer(429, "", "Retry-After: 0"), GOOD);
    }

    @Test
    void aRefusalIsFinal() throws IOException {
        assertEndsAs(CtmException.Unauthorized.class, Clients.get(), 1, answer(401, ""), GOOD);
        assertEndsAs(CtmException.NotFound.class, Clients.get(), 1, answer(404, ""), GOOD);
        assertEndsAs(CtmException.Rejected.class, Clients.get(), 1, answer(403, ""), GOOD);
        assertEndsAs(CtmException.Rejected.class, Clients.get(), 1, answer(200, "{\"status\":\"error\"}"), GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "999999999", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void aWaitBeyondTheDeadlineIsNotWaitedFor(String retryAfter) throws IOException {
        assertEndsAs(
                CtmException.RateLimited.class, Clients.get(), 1, answer(429, "", "Retry-After: " + retryAfter), GOOD);
    }

    /** Of the 60 seconds in all 20 are kept for a try. */
    @Test
    void whoWaitsKeepsTheTimeForAWholeTry() throws IOException {
        assertEndsAs(CtmException.RateLimited.class, Clients.get(), 1, answer(429, "", "Retry-After: 50"), GOOD);
    }

    @Test
    void everyTryIsMeasuredByItsOutcome() throws IOException {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (RawCtm server = RawCtm.playing(DOWN, GOOD)) {
            Clients.client(Clients.settings(server.url(), Duration.ofSeconds(20), 100), metrics)
                    .send(Clients.get(), "c");
        }

        assertThat(count(metrics, "unavailable")).isEqualTo(1);
        assertThat(count(metrics, "ok")).isEqualTo(1);
    }

    private static long count(SimpleMeterRegistry metrics, String outcome) {
        Timer timer = metrics.find("ctm.requests")
                .tags("endpoint", "accounts", "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void aSpentBudgetSendsNothing() throws IOException {
        try (RawCtm server = RawCtm.playing(GOOD)) {
            CtmClient client = Clients.client(Clients.settings(server.url(), Duration.ofMillis(300), 1));
            int sent = 0;
            for (int i = 0; i < 20; i++) {
                sent += wasSent(client) ? 1 : 0;
            }

            assertThat(sent).isLessThan(20).isEqualTo(server.requests());
        }
    }

    private static boolean wasSent(CtmClient client) {
        try {
            client.send(Clients.login(), "c");
            return true;
        } catch (CtmException.RateLimited _) {
            return false;
        }
    }

    @Test
    void whatFailsAgainAndAgainIsNotAskedForAWhile() throws IOException {
        try (RawCtm server = RawCtm.playing(DOWN)) {
            CtmClient client = Clients.client(server);
            for (int i = 0; i < 4; i++) {
                assertThatExceptionOfType(CtmException.Unavailable.class)
                        .isThrownBy(() -> client.send(Clients.get(), "c"));
            }

            assertThat(server.requests()).isEqualTo(Breaker.FAILURES);
        }
    }

    @Test
    void aRetryThatIsNotLetThroughTellsTheFailureBeforeIt() throws IOException {
        try (RawCtm server = RawCtm.playing(DOWN)) {
            CtmClient client = Clients.client(server);
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(CtmException.Unavailable.class)
                        .isThrownBy(() -> client.send(Clients.get(), "c"));
            }

            assertThatExceptionOfType(CtmException.Unavailable.class)
                    .isThrownBy(() -> client.send(Clients.get(), "c"))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isEmpty());
            assertThatExceptionOfType(CtmException.Unavailable.class)
                    .isThrownBy(() -> client.send(Clients.get(), "c"))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isPresent());
        }
    }

    @Test
    void refusalsAreAnswersAndStopNobody() throws IOException {
        try (RawCtm server = RawCtm.playing(answer(401, ""))) {
            CtmClient client = Clients.client(server);
            for (int i = 0; i < 3 * Breaker.FAILURES; i++) {
                assertThatExceptionOfType(CtmException.Unauthorized.class)
                        .isThrownBy(() -> client.send(Clients.get(), "c"));
            }

            assertThat(server.requests()).isEqualTo(3 * Breaker.FAILURES);
        }
    }

    @Test
    void noTryBeginsAfterTheDeadline() throws IOException {
        try (RawCtm server = RawCtm.silent()) {
            CtmClient client = Clients.client(Clients.settings(server.url(), Duration.ofMillis(100), 100));

            assertThatExceptionOfType(CtmException.TimedOut.class).isThrownBy(() -> client.send(Clients.get(), "c"));
            assertThat(server.requests()).isLessThan(3);
        }
    }
}
