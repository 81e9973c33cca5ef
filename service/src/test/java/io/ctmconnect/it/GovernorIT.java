package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Requests to CTM at two a second, with three seconds for each. */
class GovernorIT {
    private static final World WORLD = World.with(Map.of("CTM_REQUESTS_PER_SECOND", "2", "CTM_TIMEOUT", "3s"));
    private static final String BUSY = "/accounts/482913";
    private static final String QUIET = "/accounts/482914";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    @AfterEach
    void reset() {
        WORLD.control.reset();
    }

    @AfterAll
    static void end() {
        WORLD.close();
    }

    private static List<CompletableFuture<Reply>> atOnce(Connected connected, String path, int times) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> connected.get(path), task -> Thread.ofVirtual().start(task)))
                .limit(times)
                .toList();
    }

    private static List<Reply> replies(List<CompletableFuture<Reply>> running) {
        await().atMost(PATIENCE).until(() -> running.stream().allMatch(CompletableFuture::isDone));
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static double metric(String name) {
        return WORLD.api()
                .getRoot("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Instant time(JsonNode seen) {
        return Instant.parse(seen.path("time").asText());
    }

    private static void fault(String fault, String account) {
        WORLD.control.fault("{" + fault + ",\"match\":{\"account\":\"" + account + "\"}}");
    }

    @Test
    void nothingIsSentBeforeTheWaitThatCtmAsksForIsOver() {
        WORLD.control.fault("{\"kind\":\"rate_limit\",\"retry_after\":3,\"times\":1}");
        assertThat(connected.get(BUSY).status()).isEqualTo(200);

        List<JsonNode> seen = WORLD.control.seen("/accounts");
        assertThat(seen).hasSize(2);
        assertThat(Duration.between(time(seen.get(0)), time(seen.get(1))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whileCtmWantsALongSilenceNobodyIsHeardAndEverybodyIsTold() {
        fault("\"kind\":\"rate_limit\",\"retry_after\":90,\"times\":1", "482913");

        assertThat(connected.get(BUSY).header("Retry-After")).isEqualTo("90");
        Reply other = connected.get(QUIET);

        assertThat(other.status()).isEqualTo(429);
        assertThat(other.code()).isEqualTo("CTM_RATE_LIMITED");
        assertThat(Integer.parseInt(other.header("Retry-After"))).isBetween(30, 90);
        assertThat(WORLD.control.seen("/accounts")).hasSize(1);
        assertThat(WORLD.connect().get(QUIET).status()).isEqualTo(200);
    }

    @Test
    void a429WithoutAWaitSlowsDown() {
        double before = metric("ctm_slowdowns_total");
        WORLD.control.fault("{\"kind\":\"rate_limit\",\"times\":1}");

        assertThat(connected.get(BUSY).status()).isEqualTo(200);

        assertThat(metric("ctm_slowdowns_total")).isEqualTo(before + 1);
        assertThat(metric("ctm_connections_slowed")).isPositive();
    }

    @Test
    void onATinyBudgetSomeAreServedAndTheRestIsToldWhenToTryAgain() {
        double refused = metric("ctm_refusals_total");

        List<Reply> replies = replies(atOnce(connected, BUSY, 30));

        assertThat(replies).extracting(Reply::status).containsOnly(200, 429);
        assertThat(replies.stream().filter(reply -> reply.status() == 429)).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("CTM_RATE_LIMITED");
            assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        });
        long served = replies.stream().filter(reply -> reply.status() == 200).count();
        assertThat(WORLD.control.seen(BUSY)).hasSize((int) served);
        assertThat(metric("ctm_refusals_total")).isEqualTo(refused + 30 - served);
    }

    @Test
    void anAccountWithManyWaitingRequestsHoldsUpNoOther() {
        List<CompletableFuture<Reply>> many = atOnce(connected, BUSY, 10);
        await().atMost(PATIENCE).until(() -> metric("ctm_waiting") >= 4);

        assertThat(connected.get(QUIET).status()).isEqualTo(200);

        assertThat(many).as("those before it in time are not all served").anyMatch(one -> !one.isDone());
        assertThat(replies(many)).extracting(Reply::status).containsOnly(200);
        List<String> order = WORLD.control.seen("/accounts").stream()
                .map(seen -> seen.path("path").asText())
                .toList();
        assertThat(order.indexOf("/api/v1" + QUIET)).isLessThan(order.size() - 1);
    }

    @Test
    void aSlowAccountCostsAnotherOneOfTheConnectionNothing() {
        fault("\"kind\":\"slow\",\"delay_ms\":60000", "482913");
        List<CompletableFuture<Reply>> slow = atOnce(connected, BUSY + "/calls", 12);
        await().atMost(PATIENCE).until(() -> metric("ctm_waiting") >= 4);

        assertThat(connected.get(QUIET + "/calls?limit=2").data()).hasSize(2);

        assertThat(slow).anyMatch(one -> !one.isDone());
        assertThat(replies(slow)).extracting(Reply::code).isSubsetOf("CTM_UNAVAILABLE", "CTM_RATE_LIMITED");
        assertThat(metric("ctm_breakers_open")).isPositive();
        assertThat(connected.get(QUIET + "/calls?limit=2").data()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kind\":\"status\",\"code\":503", "\"kind\":\"drop\"", "\"kind\":\"html_502\""})
    void whatFailsAgainAndAgainIsNotAskedForAWhile(String failure) {
        fault(failure, "482913");
        await().atMost(PATIENCE)
                .until(() -> !connected.get(BUSY).header("Retry-After").isEmpty());
        int asked = WORLD.control.seen(BUSY).size();

        Reply shut = connected.get(BUSY);

        assertThat(asked).isEqualTo(10);
        assertThat(shut.status()).isEqualTo(502);
        assertThat(shut.code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(WORLD.control.seen(BUSY)).hasSize(asked);
        assertThat(connected.get(QUIET).status()).isEqualTo(200);
        assertThat(connected.caller().get("/auth").data().path("status").asText())
                .isEqualTo("connected");

        WORLD.control.clearFaults();
        await().atMost(PATIENCE).until(() -> connected.get(BUSY).status() == 200);
        assertThat(connected.get(BUSY).status()).isEqualTo(200);
    }

    @Test
    void refusalsOfCtmShutNothing() {
        fault("\"kind\":\"status\",\"code\":403", "482913");
        for (int i = 0; i < 12; i++) {
            assertThat(connected.get(BUSY).code()).isEqualTo("CTM_REJECTED");
        }
        WORLD.control.clearFaults();

        assertThat(connected.get(BUSY).status()).isEqualTo(200);
    }
}
