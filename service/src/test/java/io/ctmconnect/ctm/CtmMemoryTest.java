package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CtmMemoryTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Topic CALLS = Topic.calls("482913");
    private static final Topic SETUP = Topic.setup("482913");

    /** What was sent, as connection and path. */
    private final List<String> sent = new ArrayList<>();

    private final CtmMemory memory = memory(Duration.ofSeconds(10), this::answer);

    static CtmMemory memory(Duration kept, BiFunction<CtmRequest, String, JsonNode> sent) {
        return new CtmMemory(
                sent,
                new CtmSettings(URI.create("http://localhost"), 8, Duration.ofSeconds(10), true, kept),
                new ReadMetrics(new SimpleMeterRegistry()),
                InstantSource.fixed(NOW),
                Ticker.systemTicker());
    }

    private JsonNode answer(CtmRequest request, String connection) {
        sent.add(connection + " " + request.path());
        return Json.of("{'number': " + sent.size() + "}");
    }

    private static CtmAccess access(String connection, long version) {
        return new CtmAccess(connection, Clients.KEYS).remembering(version);
    }

    private static CtmRequest get(String path) {
        return CtmRequest.get(Endpoint.CALL, path, Map.of(), Clients.KEYS);
    }

    private static CtmRequest search(String json) {
        return CtmRequest.postJson(Endpoint.SEARCH_CALLS, "/search", json, Clients.KEYS);
    }

    private int read(CtmRequest request, Topic about) {
        return memory.read(request, access("c", 1), about).json().path("number").asInt();
    }

    private int read(Topic about) {
        return read(get("/" + about.ofCalls()), about);
    }

    @Test
    void theSameReadIsAnsweredFromMemoryWithTheTimeOfTheFirst() {
        assertThat(read(CALLS)).isEqualTo(1);
        assertThat(read(CALLS)).isEqualTo(1);
        assertThat(memory.read(get("/true"), access("c", 1), CALLS).at()).isEqualTo(NOW);
        assertThat(sent).hasSize(1);
    }

    @Test
    void searchesDifferByTheirBody() {
        assertThat(read(search("{\"page\":1}"), CALLS)).isEqualTo(1);
        assertThat(read(search("{\"page\":2}"), CALLS)).isEqualTo(2);
        assertThat(read(search("{\"page\":1}"), CALLS)).isEqualTo(1);
    }

    @Test
    void anotherConnectionAndANewLoginAskForThemselves() {
        memory.read(get("/"), access("c", 1), CALLS);
        memory.read(get("/"), access("d", 1), CALLS);
        memory.read(get("/"), access("c", 2), CALLS);

        assertThat(sent).containsExactly("c /", "d /", "c /");
    }

    @Test
    void whoMustKnowAsksEachTime() {
        CtmAccess asking = new CtmAccess("c", Clients.KEYS);
        memory.read(get("/"), access("c", 1), CALLS);
        memory.read(get("/"), asking, CALLS);
        memory.read(get("/"), asking, CALLS);

        assertThat(sent).hasSize(3);
    }

    @Test
    void switchedOffEveryReadAsks() {
        CtmMemory off = memory(Duration.ZERO, this::answer);
        off.read(get("/"), access("c", 1), CALLS);
        off.read(get("/"), access("c", 1), CALLS);

        assertThat(sent).hasSize(2);
    }

    @Test
    void newsOfACallForgetTheCallsOfThatAccountAndNothingElse() {
        Topic others = Topic.calls("482914");
        read(CALLS);
        read(SETUP);
        read(get("/others"), others);

        memory.forgetCalls("482913");

        assertThat(read(SETUP)).isEqualTo(2);
        assertThat(read(get("/others"), others)).isEqualTo(3);
        assertThat(read(CALLS)).isEqualTo(4);
    }

    @Test
    void newsAreForEveryConnection() {
        memory.read(get("/"), access("c", 1), CALLS);
        memory.read(get("/"), access("d", 1), CALLS);
        memory.forgetCalls("482913");
        memory.read(get("/"), access("c", 1), CALLS);
        memory.read(get("/"), access("d", 1), CALLS);

        assertThat(sent).hasSize(4);
    }

    @Test
    void aWriteForgetsAllOfItsAccount() {
        read(CALLS);
        read(SETUP);

        memory.write(search("{}"), access("c", 1), "482913");

        assertThat(read(CALLS)).isEqualTo(4);
        assertThat(read(SETUP)).isEqualTo(5);
    }

    @Test
    void soDoesAWriteThatMayHaveBeenDone() {
        CtmMemory failing = memory(Duration.ofSeconds(10), (request, connection) -> {
            JsonNode answer = answer(request, connection);
            if ("DELETE".equals(request.method())) {
                throw new CtmException.TimedOut();
            }
            return answer;
        });
        failing.read(get("/"), access("c", 1), SETUP);

        CtmRequest delete = CtmRequest.delete(Endpoint.DELETE_SOURCE, "/", Clients.KEYS);
        assertThatExceptionOfType(CtmException.TimedOut.class)
                .isThrownBy(() -> failing.write(delete, access("c", 1), "482913"));

        failing.read(get("/"), access("c", 1), SETUP);
        assertThat(sent).hasSize(3);
    }

    @Test
    void anAnswerThatWasUnderWayAtAChangeIsNotRemembered() throws ExecutionException, InterruptedException {
        var asked = new CompletableFuture<Void>();
        var told = new CompletableFuture<JsonNode>();
        CtmMemory slow = memory(Duration.ofSeconds(10), (request, connection) -> {
            JsonNode answer = answer(request, connection);
            return asked.complete(null) ? told.join() : answer;
        });
        CompletableFuture<Answered> first =
                CompletableFuture.supplyAsync(() -> slow.read(get("/"), access("c", 1), CALLS));
        asked.get();

        slow.forgetCalls("482913");
        Answered second = slow.read(get("/"), access("c", 1), CALLS);
        told.complete(Json.of("{'old': true}"));

        assertThat(second.json()).isEqualTo(Json.of("{'number': 2}"));
        assertThat(first.get().json()).isEqualTo(Json.of("{'old': true}"));
        assertThat(slow.read(get("/"), access("c", 1), CALLS)).isEqualTo(second);
    }
}
