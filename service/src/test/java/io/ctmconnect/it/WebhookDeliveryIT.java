package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The simulated CTM calls, and sends its webhooks to the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WebhookDeliveryIT {
    private static final String LIVE = "/accounts/482913/calls/live";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private World world;
    private Subscribed subscribed;

    @BeforeAll
    void start() {
        int port = ServiceProcess.freePort();
        world = World.with(Map.of("PORT", String.valueOf(port), "PUBLIC_BASE_URL", "http://127.0.0.1:" + port));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void subscribe() {
        world.control.reset();
        subscribed = Subscribed.to(world);
    }

    private void ring(int count, int millis) {
        world.control.post(LIVE, "{\"count\":%d,\"ms\":%d}".formatted(count, millis));
    }

    private void awaitAll(int calls) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode hooks = world.control.get("/hooks");
            assertThat(hooks.path("pending").asInt(-1)).isZero();
            assertThat(hooks.path("given_up").asInt(-1)).isZero();
            assertThat(hooks.path("taken").asInt()).isGreaterThanOrEqualTo(2 * calls);
            assertThat(subscribed.waiting()).isZero();
        });
    }

    @Test
    void callsThatComeInAreCounted() {
        ring(5, 50);

        awaitAll(5);
        subscribed.assertExact(5);
    }

    @Test
    void theWrappedShapeDuplicatesAndDisorderMakeNoDifference() {
        world.control.post("/hooks/plan", "{\"shape\":\"wrapped\",\"duplicate_percent\":50,\"shuffle_ms\":600}");
        ring(12, 30);

        awaitAll(12);
        subscribed.assertExact(12);
    }

    @Test
    void forgedEventsAreNotCounted() {
        world.control.post("/hooks/plan", "{\"forge\":\"both\"}");
        ring(3, 10);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                world.control.get("/hooks").path("taken").asInt())
                        .isEqualTo(6));
        assertThat(subscribed.waiting()).isZero();
        assertThat(subscribed.metrics()).isEmpty();
        assertThat(subscribed.counted()).isEmpty();
        assertThat(world.collection("calltrackingmetrics.unverified").countDocuments())
                .isPositive();
    }

    @Test
    void killsLoseNoAcknowledgedEvent() {
        String patient =
                ThreadLocalRandom.current().ints(200, 300, 600).boxed().toList().toString();
        world.control.post(
                "/hooks/plan", "{\"duplicate_percent\":20,\"shuffle_ms\":1500,\"retry_ms\":" + patient + "}");
        for (int kill = 0; kill < 2; kill++) {
            ring(15, 400);
            int enough = ThreadLocalRandom.current().nextInt(1, 25);
            int before = world.control.get("/hooks").path("taken").asInt();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> world.control.get("/hooks").path("taken").asInt() >= before + enough);
            world.service.kill();
            world.restart();
        }

        awaitAll(30);
        subscribed.assertExact(30);
    }
}
