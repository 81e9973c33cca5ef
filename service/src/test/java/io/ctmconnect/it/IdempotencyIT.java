package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A key, and what becomes of its first request. */
class IdempotencyIT extends InSharedWorld {
    private static final String TRACKERS = "/accounts/482913/trackers";
    private static final String KEYS = "calltrackingmetrics.idempotency";
    private static final String SPRING = "{\"name\":\"Spring\",\"crm_tag\":\"s\"}";

    private Connected connected = WORLD.connect();
    private String key = "";

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        key = "key-" + new ObjectId().toHexString();
        WORLD.control.forget();
    }

    private Reply create(String body) {
        return connected.postOnce(TRACKERS, body, key);
    }

    private static long sourcesCreated(World world) {
        return world.control.seen("/sources").stream()
                .filter(entry -> "POST".equals(entry.path("method").asText()))
                .filter(entry -> entry.path("path").asText().endsWith("/sources"))
                .count();
    }

    private static void age(World world, String field, Duration by) {
        Date earlier = Date.from(Instant.now().minus(by));
        world.collection(KEYS).updateMany(new Document(), set(field, earlier));
    }

    @Test
    void theFirstAnswerIsGivenAgainByteForByte() {
        Reply first = create(SPRING);
        Reply again = create("{ \"crm_tag\": \"s\",\n \"name\": \"Spring\" }");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(sourcesCreated(WORLD)).isEqualTo(1);
    }

    @Test
    void anotherBodyIsRefused() {
        create(SPRING);

        Reply reused = create("{\"name\":\"Spring\",\"crm_tag\":\"t\"}");

        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(sourcesCreated(WORLD)).isEqualTo(1);
    }

    @Test
    void aKeyIsOneAccountsAndOneCtmAccounts() {
        create(SPRING);

        assertThat(WORLD.connect().postOnce(TRACKERS, SPRING, key).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(connected.postOnce("/accounts/482914/trackers", SPRING, key).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(sourcesCreated(WORLD)).isEqualTo(3);
    }

    @Test
    void ofRequestsAtTheSameTimeOneRuns() throws Exception {
        List<Reply> replies = ConnectIT.atOnce(8, () -> create(SPRING));

        assertThat(sourcesCreated(WORLD)).isEqualTo(1);
        List<Reply> answered =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(answered)
                .isNotEmpty()
                .allSatisfy(reply ->
                        assertThat(reply.text()).isEqualTo(answered.getFirst().text()));
        assertThat(replies).filteredOn(reply -> reply.status() != 200).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("CONFLICT");
            assertThat(reply.header("Retry-After")).isNotBlank();
        });
    }

    @Test
    void anErrorAfterAWriteIsKept() {
        WORLD.control.fault("{\"kind\":\"drop\",\"match\":{\"method\":\"POST\",\"path\":\"/sources$\"},\"times\":1}");
        Reply first = create(SPRING);

        Reply again = create(SPRING);

        assertThat(first.status()).isEqualTo(502);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(sourcesCreated(WORLD)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"code\":503,\"match\":{\"method\":\"GET\",\"path\":\"/sources$\"},\"times\":3}",
                "{\"kind\":\"status\",\"code\":403,\"match\":{\"method\":\"GET\",\"path\":\"/sources$\"},\"times\":1}",
                "{\"kind\":\"rate_limit\",\"retry_after\":1,\"match\":{\"method\":\"POST\"},\"times\":1}"
            })
    void whatChangedNothingFreesTheKey(String fault) {
        WORLD.control.fault(fault);
        assertThat(create(SPRING).status()).isGreaterThanOrEqualTo(400);

        Reply again = create(SPRING);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aBodyThatIsNotValidTakesNoKey() {
        assertThat(create("{}").code()).isEqualTo("VALIDATION_FAILED");

        assertThat(create(SPRING).status()).isEqualTo(200);
    }

    @Test
    void aBadKeyIsAViolationAmongTheOthers() {
        Reply reply = connected.postOnce(TRACKERS, "{}", "k".repeat(256));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field")).containsExactly("name", "Idempotency-Key");
    }

    @Test
    void neitherKeysNorBodiesOfRequestsAreStored() {
        create(SPRING);

        String stored = String.valueOf(
                WORLD.collection(KEYS).find().map(Document::toJson).into(new ArrayList<>()));

        assertThat(stored).contains("fingerprint").doesNotContain(key);
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        Reply first = create(SPRING);
        age(WORLD, "created_at", Duration.ofHours(23));
        assertThat(create(SPRING).text()).isEqualTo(first.text());

        age(WORLD, "created_at", Duration.ofHours(24));

        assertThat(create("{\"name\":\"Summer\"}").data().path("name").asText()).isEqualTo("Summer");
    }

    @Test
    void anAnswerSurvivesARestart() {
        try (World world = World.with(Map.of())) {
            Connected one = world.connect();
            Reply first = one.postOnce(TRACKERS, SPRING, key);
            world.service.kill();
            world.restart();

            Reply again = world.callerOf(one.account()).postOnce("/" + one.id() + TRACKERS, SPRING, key);

            assertThat(first.status()).as(first.text()).isEqualTo(200);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(sourcesCreated(world)).isEqualTo(1);
        }
    }

    @Test
    void aKillInTheMiddleIsToldAndNothingIsRunAgain() {
        try (World world = World.with(Map.of("CTM_TIMEOUT", "60s"))) {
            Connected one = world.connect();
            Switchboard ctm = Switchboard.of(world, "482913");
            String body = "{\"name\":\"Spring\",\"number_id\":\"%s\"}"
                    .formatted(ctm.number("Spare line").path("id").asText());
            killAt(world, one, "\"method\":\"POST\",\"path\":\"/add$\"", body);
            Api caller = world.callerOf(one.account());
            world.control.forget();

            Reply soon = caller.postOnce("/" + one.id() + TRACKERS, body, key);
            age(world, "touched_at", Duration.ofMinutes(31));
            Reply later = caller.postOnce("/" + one.id() + TRACKERS, body, key);

            assertThat(soon.code()).isEqualTo("CONFLICT");
            assertThat(soon.header("Retry-After")).isNotBlank();
            assertThat(later.code()).isEqualTo("CONFLICT");
            assertThat(later.json().path("message").asText()).contains("cut off", "before you use another key");
            JsonNode stands = later.json().path("stands");
            assertThat(stands.findValuesAsText("state")).containsExactly("created", "unknown");
            assertThat(stands.at("/0/id").asText())
                    .isEqualTo(ctm.source("Spring").path("id").asText());
            assertThat(stands.at("/1/id").asText())
                    .isEqualTo(ctm.number("Spare line").path("id").asText());
            assertThat(sourcesCreated(world)).isZero();
        }
    }

    @Test
    void aKillBeforeTheFirstWriteLeavesTheKeyFree() {
        try (World world = World.with(Map.of("CTM_TIMEOUT", "60s"))) {
            Connected one = world.connect();
            killAt(world, one, "\"method\":\"GET\",\"path\":\"/sources$\"", SPRING);
            Api caller = world.callerOf(one.account());
            assertThat(caller.postOnce("/" + one.id() + TRACKERS, SPRING, key).status())
                    .as("another process may still be at it")
                    .isEqualTo(409);

            age(world, "touched_at", Duration.ofMinutes(31));

            assertThat(caller.postOnce("/" + one.id() + TRACKERS, SPRING, key).status())
                    .isEqualTo(200);
        }
    }

    /** Kills the service while CTM is at a request, and starts it again. */
    private void killAt(World world, Connected one, String match, String body) {
        world.control.fault("{\"kind\":\"slow\",\"delay_ms\":60000,\"match\":{%s}}".formatted(match));
        CompletableFuture<Reply> cut = CompletableFuture.supplyAsync(() -> one.postOnce(TRACKERS, body, key));
        await().until(() -> world.control.get("/faults").toString().contains("\"struck\":1"));
        world.service.kill();
        await().until(cut::isCompletedExceptionally);
        world.control.clearFaults();
        world.restart();
    }

    @Test
    void whileTheStoreIsAwayNothingIsDone() {
        try (ServiceProcess service = ServiceProcess.start(WORLD.environmentWithoutStore(), WORLD.directory, "serve")) {
            Api caller = Api.of(service.uri()).as(Tokens.of(connected.account()));

            Reply reply = caller.postOnce("/" + connected.id() + TRACKERS, SPRING, key);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotBlank();
            assertThat(WORLD.control.seen("")).isEmpty();
        }
    }
}
