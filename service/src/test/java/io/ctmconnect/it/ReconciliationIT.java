package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The simulated CTM loses webhooks, and the service finds out by CTM's list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReconciliationIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ENDED = "[\"call.completed\"]";

    private World world;
    private Swept swept;
    private Subscribed subscribed;

    @BeforeAll
    void start() {
        int port = ServiceProcess.freePort();
        world = World.ofToday(
                3,
                Map.of(
                        "PORT",
                        String.valueOf(port),
                        "PUBLIC_BASE_URL",
                        "http://127.0.0.1:" + port,
                        "RECONCILIATION_PERIOD",
                        "12h",
                        "RECONCILIATION_GRACE",
                        "0s"));
        swept = Swept.begin(world);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void subscribe() {
        world.control.reset();
        subscribed = Subscribed.to(world, swept.connected(), Swept.CTM_ACCOUNT, ENDED);
    }

    /** What a test has subscribed has no part in the next one. */
    @AfterEach
    void switchOff() {
        world.collection("campaigns")
                .updateMany(eq("account_id", new ObjectId(swept.connected().account())), set("active", false));
    }

    /** Lets calls come in that begin now and that CTM's list shows, and waits until CTM has told of them, or has not. */
    private int ring(int count, String status, int dropPercent) {
        world.control.post("/hooks/plan", "{\"drop_percent\":" + dropPercent + "}");
        JsonNode before = world.control.get("/hooks");
        world.control.post(
                "/accounts/482913/calls/live",
                ("{\"count\":%d,\"ms\":20,\"fields\":{\"unix_time\":%d,\"call_status\":\"%s\","
                                + "\"direction\":\"inbound\",\"excluded\":false}}")
                        .formatted(count, Instant.now().getEpochSecond(), status));
        await().atMost(PATIENCE)
                .until(() -> told(world.control.get("/hooks")) == told(before) + count && subscribed.waiting() == 0);
        return world.control.get("/hooks").path("dropped").asInt()
                - before.path("dropped").asInt();
    }

    private static int told(JsonNode hooks) {
        return hooks.path("taken").asInt() + hooks.path("dropped").asInt();
    }

    private void awaitWorkedOff() {
        await().atMost(PATIENCE).until(() -> subscribed.waiting() == 0);
    }

    private List<Document> counted() {
        return world.collection("analytics.calltrackingmetrics.calls")
                .find(exists("countings." + subscribed.campaign().toHexString()))
                .into(new ArrayList<>());
    }

    private void assertExact(int calls) {
        List<Document> counted = counted();
        assertThat(counted).hasSize(calls);
        assertThat(subscribed.count("total_calls")).isEqualTo(calls);
        assertThat(subscribed.count("answered_calls"))
                .isEqualTo(counted.stream()
                        .filter(call -> "answered".equals(call.getString("call_status")))
                        .count());
        assertThat(subscribed.count("total_duration"))
                .isEqualTo(counted.stream()
                        .mapToLong(call -> call.getLong("duration"))
                        .sum());
        assertThat(subscribed.leads())
                .extracting(lead -> lead.get("data", Document.class).getString("call_id"))
                .doesNotHaveDuplicates()
                .hasSize(calls);
    }

    private long reconciled() {
        return subscribed.archived().stream()
                .filter(event -> "reconciled".equals(event.getString("signature")))
                .count();
    }

    @Test
    void whatWebhooksHaveLostIsFoundOnceAndMetered() {
        int before = swept.reconciliation().path("missed_total").asInt();
        int lost = ring(200, "answered", 5) + ring(100, "no answer", 5);
        assertThat(subscribed.count("total_calls")).isEqualTo(300 - lost);

        JsonNode first = swept.sweep();
        awaitWorkedOff();

        assertThat(first.path("missed_last_sweep").asInt()).isEqualTo(lost);
        assertThat(first.path("missed_total").asInt()).isEqualTo(before + lost);
        assertThat(first.path("calls_checked").asInt()).isGreaterThanOrEqualTo(300);
        assertExact(300);
        assertThat(reconciled()).isEqualTo(lost);
        Map<String, String> ended = swept.atCtm(1);
        ended.values().removeIf(call -> call.startsWith("in-progress"));
        assertThat(swept.stored()).containsAllEntriesOf(ended);

        JsonNode second = swept.sweep();
        awaitWorkedOff();
        assertThat(second.path("missed_last_sweep").asInt(-1)).isZero();
        assertThat(second.path("missed_total").asInt()).isEqualTo(before + lost);
        assertExact(300);
        assertThat(reconciled()).isEqualTo(lost);
    }

    @Test
    void aWebhookThatComesAfterASweepChangesNothing() {
        ring(1, "answered", 100);
        swept.sweep();
        awaitWorkedOff();
        assertExact(1);
        Document call = counted().getFirst();
        Document metrics = subscribed.metrics();
        List<Document> leads = subscribed.leads();

        String late = Objects.requireNonNull(call.getString("json"))
                .replaceFirst("\\}$", ",\"transcription_text\":\"Hello\"}");
        assertThat(subscribed.end(late).status()).isEqualTo(200);
        await().until(() -> subscribed.archived().size() == 2 && subscribed.waiting() == 0);

        assertThat(subscribed.metrics()).isEqualTo(metrics);
        assertThat(subscribed.leads()).isEqualTo(leads);
        assertExact(1);
    }

    @Test
    void aCallThatGoesOnIsLeftAndItsLostEndIsFoundLater() {
        Subscribed both =
                Subscribed.to(world, swept.connected(), Swept.CTM_ACCOUNT, "[\"call.completed\",\"call.received\"]");
        JsonNode ringing = world.control.post(
                "/accounts/482913/calls",
                "{\"call_status\":\"ringing\",\"excluded\":false,\"unix_time\":%d}"
                        .formatted(Instant.now().getEpochSecond()));
        both.send("call.received", ringing.toString());
        await().atMost(PATIENCE).until(() -> both.count("total_calls") == 1);

        assertThat(swept.sweep().path("missed_last_sweep").asInt(-1)).isZero();
        assertThat(both.leads()).isEmpty();
        assertThat(counted()).isEmpty();

        world.control.patch(
                "/accounts/482913/calls/" + ringing.path("id").asText(),
                ("{\"call_status\":\"answered\",\"status\":\"answered\",\"dial_status\":\"answered\","
                                + "\"duration\":40,\"talk_time\":35,\"indexed_at\":%d}")
                        .formatted(Instant.now().getEpochSecond()));
        assertThat(swept.sweep().path("missed_last_sweep").asInt()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> both.waiting() == 0 && subscribed.waiting() == 0);
        assertThat(both.count("total_calls")).isEqualTo(1);
        assertThat(both.count("answered_calls")).isEqualTo(1);
        assertThat(both.leads()).hasSize(1);
        assertExact(1);
    }

    @Test
    void theInspectorShowsWhatWasFoundWithoutAWebhook() {
        ring(1, "answered", 100);
        swept.sweep();
        awaitWorkedOff();

        JsonNode event = subscribed.data("/webhook/events").path(0);

        assertThat(event.path("signature").asText()).isEqualTo("reconciled");
        assertThat(event.path("status").asText()).isEqualTo("processed");
        assertThat(event.path("event").asText()).isEqualTo("call.completed");
    }

    @Test
    void whatNoSubscriptionCoversIsStoredAndNotCounted() {
        Map<String, String> before = swept.atCtm(1);
        before.values().removeIf(call -> call.startsWith("in-progress"));

        assertThat(swept.sweep().path("missed_last_sweep").asInt(-1)).isZero();
        assertThat(before).isNotEmpty();
        assertThat(swept.stored()).containsAllEntriesOf(before);
        assertThat(counted()).isEmpty();
        assertThat(subscribed.metrics()).isEmpty();
    }

    @Test
    void aCallThatIsStoredForNobodyIsStillMissedByItsCampaign() {
        ring(1, "answered", 100);
        long id = Long.parseLong(
                swept.atCtm(1).keySet().stream().reduce((one, other) -> other).orElseThrow());
        Swept another = Swept.begin(world);
        assertThat(another.stored()).containsKey(String.valueOf(id));
        assertThat(counted()).isEmpty();

        assertThat(swept.sweep().path("missed_last_sweep").asInt()).isEqualTo(1);

        awaitWorkedOff();
        assertExact(1);
    }

    @Test
    void threeSweepsWithLossesMakeTheWebhookUnhealthyAndACleanOneHealthy() {
        int before = swept.sweep().path("missed_total").asInt();
        for (int sweep = 1; sweep <= 3; sweep++) {
            ring(1, "answered", 100);
            String expected = sweep < 3 ? "healthy" : "unhealthy";
            assertThat(swept.sweep().path("webhook_health").asText()).isEqualTo(expected);
            awaitWorkedOff();
        }

        assertThat(swept.sweep().path("webhook_health").asText()).isEqualTo("healthy");
        assertThat(swept.reconciliation().path("missed_total").asInt()).isEqualTo(before + 3);
    }

    @Test
    void aWebhookThatHasVanishedAtCtmIsCreatedAgain() {
        List<JsonNode> before = CtmWebhooks.all(world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT);
        JsonNode own = own(before);
        CtmWebhooks.delete(
                world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT, own.path("id").asText());

        swept.sweep();

        JsonNode again = own(CtmWebhooks.all(world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT));
        assertThat(again.path("id")).isNotEqualTo(own.path("id"));
        assertThat(again.path("position").asText()).isEqualTo("end");
        String id = again.path("id").asText();
        assertThat(subscription().get("webhook_ids", Document.class)).isEqualTo(new Document("end", id));
        assertThat(campaign().get("integration_data", Document.class).get("webhook_ids"))
                .isEqualTo(List.of(id));
        swept.sweep();
        assertThat(own(CtmWebhooks.all(world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT))
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void aCampaignThatIsSwitchedOffMissesNothing() {
        ring(1, "answered", 100);
        world.collection("campaigns").updateOne(eq(subscribed.campaign()), set("active", false));
        CtmWebhooks.delete(
                world.sandbox.apiBaseUrl(),
                Swept.CTM_ACCOUNT,
                own(CtmWebhooks.all(world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT))
                        .path("id")
                        .asText());

        assertThat(swept.sweep().path("missed_last_sweep").asInt(-1)).isZero();

        assertThat(CtmWebhooks.all(world.sandbox.apiBaseUrl(), Swept.CTM_ACCOUNT))
                .noneMatch(this::isOwn);
        assertThat(campaign().getBoolean("active")).isFalse();
        assertThat(counted()).isEmpty();
    }

    private Document subscription() {
        return Objects.requireNonNull(world.collection("calltrackingmetrics.subscriptions")
                .find(eq(subscribed.campaign()))
                .first());
    }

    private Document campaign() {
        return Objects.requireNonNull(
                world.collection("campaigns").find(eq(subscribed.campaign())).first());
    }

    private JsonNode own(List<JsonNode> webhooks) {
        return webhooks.stream()
                .filter(this::isOwn)
                .reduce((one, other) -> {
                    throw new AssertionError("there are two");
                })
                .orElseThrow();
    }

    private boolean isOwn(JsonNode webhook) {
        return webhook.path("weburl").asText().contains(subscribed.token());
    }

    @Test
    void aFlaggedConnectionIsNotSwept() {
        Swept own = Swept.begin(world);
        world.keys().updateOne(eq(new ObjectId(own.connected().id())), set("token_invalidated", true));
        world.control.forget();
        own.makeDue();

        await().atMost(PATIENCE).until(() -> !own.isDue());

        assertThat(world.control.seen("/accounts/482913")).isEmpty();
        assertThat(own.ownReadings()).hasSize(1);
    }

    @Test
    void whatIsDisconnectedIsNotReadAnyMore() {
        Swept own = Swept.begin(world);
        own.connected().caller().delete("/auth?global=true");

        await().atMost(PATIENCE).until(() -> own.ownReadings().isEmpty());
    }

    @Test
    void aSubscribedCtmAccountIsSweptBesideTheChosenOne() {
        Subscribed.to(world, swept.connected(), "482914", ENDED);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(swept.ownReadings())
                        .extracting(reading -> reading.getString("calltracking_account_id"))
                        .containsExactlyInAnyOrder("482913", "482914"));
    }

    @Test
    void processesShareTheSweeps() {
        List<Swept> all = new ArrayList<>(List.of(swept));
        for (int more = 0; more < 7; more++) {
            all.add(Swept.chosen(world));
        }
        all.forEach(Swept::awaitFirstSweep);
        Map<String, String> beside = world.environmentBeside();
        beside.put("PORT", "0");
        try (ServiceProcess other = ServiceProcess.start(beside, world.directory, "serve")) {
            world.control.forget();
            all.forEach(Swept::makeDue);
            await().atMost(PATIENCE).until(() -> all.stream().noneMatch(Swept::isDue));
            other.terminate();
            other.awaitEnd();

            assertThat(world.control.seen("/accounts/482913/calls/search").stream()
                            .filter(ReconciliationIT::isFirstPage))
                    .hasSize(8);
        }
    }

    private static boolean isFirstPage(JsonNode request) {
        return request.path("body").asText().contains("\"page\":1");
    }

    @Test
    void theMeterIsInTheMetricsWithoutIds() {
        ring(1, "answered", 100);
        swept.sweep();

        String metrics = Api.of(world.service.uri()).getRoot("/metrics").text();

        assertThat(metrics)
                .contains("reconciliation_sweeps_total{outcome=\"losses\"", "reconciliation_calls_missed_total");
        assertThat(metrics.lines().filter(line -> line.startsWith("reconciliation")))
                .noneMatch(line -> line.contains(Swept.CTM_ACCOUNT)
                        || line.contains(swept.connected().id()));
        assertThat(world.collection("calltrackingmetrics.readings")
                        .countDocuments(and(eq("calltracking_account_id", Swept.CTM_ACCOUNT), exists("sweeps"))))
                .isPositive();
    }
}
