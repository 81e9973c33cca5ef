package io.ctmconnect.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.http.Answer;
import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import io.ctmconnect.http.Standing;
import jakarta.ws.rs.core.Response;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What becomes of keys, on the embedded store and by a clock that is set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class IdempotencyTest {
    private static final Standing BOUGHT = new Standing("number", "TPN1", "bought", "the number TPN1 was bought");

    private EmbeddedMongo server;
    private MongoClient client;
    private IdempotencyStore store;
    private Instant now = Instant.parse("2026-03-31T12:00:00Z");
    private Idempotency one;
    private Idempotency other;
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        store = new IdempotencyStore(client.getDatabase("test"));
        one = process();
        other = process();
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    private Idempotency process() {
        return new Idempotency(store, JsonMapper.builder().build(), () -> now);
    }

    private static IdempotentRequest request(JsonNode body) {
        String token = new ObjectId().toHexString();
        return new IdempotentRequest(new ObjectId(), token, "POST /trackers/482913", "key", body);
    }

    private static IdempotentRequest request() {
        return request(JsonNodeFactory.instance.objectNode().put("name", "Radio"));
    }

    private static IdempotentRequest withBody(IdempotentRequest request, String name) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        return new IdempotentRequest(request.account(), request.tokenId(), request.route(), request.key(), body);
    }

    private static ApiException refused() {
        return ApiException.of(ErrorCode.CTM_REJECTED, "no funds").withStatus(406);
    }

    private Answer<String> created(Steps steps) {
        steps.note(List.of(BOUGHT));
        return Answer.of("created " + runs.incrementAndGet());
    }

    /** A request that is cut off, as by a kill, after the given steps. */
    private void cutOff(IdempotentRequest request, Consumer<Steps> work) {
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> one.answer(request, steps -> {
                    work.accept(steps);
                    throw new OutOfMemoryError();
                }));
    }

    @Test
    void theFirstAnswerIsGivenAgainByteForByte() {
        IdempotentRequest request = request();

        Response first = one.answer(request, this::created);
        Response again = other.answer(request, this::created);

        assertThat(first.getEntity()).asString().contains("created ");
        assertThat(first.getHeaderString(Idempotency.REPLAYED)).isNull();
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getHeaderString(Idempotency.REPLAYED)).isEqualTo("true");
    }

    @Test
    void withoutAKeyEveryRequestRuns() {
        IdempotentRequest request = request();
        IdempotentRequest keyless =
                new IdempotentRequest(request.account(), request.tokenId(), request.route(), null, request.body());

        Object first = one.answer(keyless, this::created).getEntity();

        assertThat(one.answer(keyless, this::created).getEntity()).isNotEqualTo(first);
    }

    @Test
    void anotherBodyIsRefused() {
        IdempotentRequest request = request();
        one.answer(request, this::created);

        assertThat(ApiErrors.thrownBy(() -> one.answer(withBody(request, "TV"), this::created))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void anErrorAfterAWriteIsKeptWithWhatStands() {
        IdempotentRequest request = request();

        Response first = one.answer(request, steps -> {
            steps.note(List.of(BOUGHT));
            throw refused().withStands(List.of(BOUGHT));
        });

        assertThat(first.getStatus()).isEqualTo(406);
        assertThat(first.getEntity()).asString().contains("TPN1");
        Response again = one.answer(request, this::created);
        assertThat(again.getStatus()).isEqualTo(406);
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
    }

    @Test
    void anErrorBeforeAnyWriteFreesTheKey() {
        IdempotentRequest request = request();

        assertThat(ApiErrors.thrownBy(() -> one.answer(request, _ -> {
                            throw refused();
                        }))
                        .code())
                .isEqualTo("CTM_REJECTED");

        assertThat(one.answer(request, this::created).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CTM_RATE_LIMITED", "TOKEN_INVALIDATED", "UNAVAILABLE"})
    void whatPassesAndLeftNothingFreesTheKey(ErrorCode code) {
        IdempotentRequest request = request();

        assertThat(ApiErrors.thrownBy(() -> one.answer(request, steps -> {
                            steps.note(List.of());
                            throw ApiException.of(code);
                        }))
                        .code())
                .isEqualTo(code.name());

        assertThat(one.answer(request, this::created).getStatus()).isEqualTo(200);
    }

    @Test
    void whatPassesButLeftSomethingIsKept() {
        IdempotentRequest request = request();

        Response first = one.answer(request, steps -> {
            steps.note(List.of(BOUGHT));
            throw ApiException.of(ErrorCode.CTM_RATE_LIMITED).withStands(List.of(BOUGHT));
        });

        assertThat(one.answer(request, this::created).getEntity()).isEqualTo(first.getEntity());
    }

    @Test
    void whileTheFirstRunsTheKeyIsTaken() {
        IdempotentRequest request = request();

        one.answer(request, steps -> {
            ApiException meanwhile = catchThrowableOfType(ApiException.class, () -> one.answer(request, this::created));
            assertThat(meanwhile.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(ApiErrors.retryAfter(meanwhile)).isPositive();
            return created(steps);
        });
    }

    @Test
    void whatWasCutOffAfterAWriteIsToldAndNeverRunAgain() {
        IdempotentRequest request = request();
        cutOff(request, this::created);
        int before = runs.get();

        ApiException here = catchThrowableOfType(ApiException.class, () -> one.answer(request, this::created));
        ApiException elsewhere = catchThrowableOfType(ApiException.class, () -> other.answer(request, this::created));

        assertThat(here).hasMessageContaining("cut off").hasMessageContaining("TPN1 was bought");
        assertThat(here.stands()).containsExactly(BOUGHT);
        assertThat(ApiErrors.retryAfter(here)).isNull();
        assertThat(elsewhere).hasMessageContaining("still running");
        assertThat(ApiErrors.retryAfter(elsewhere)).isPositive();
        now = now.plus(Duration.ofMinutes(31));
        assertThat(ApiErrors.thrownBy(() -> other.answer(request, this::created)))
                .isEqualTo(ApiErrors.body(here));
        assertThat(runs).hasValue(before);
    }

    @Test
    void whatWasCutOffBeforeAnyWriteIsRunAgain() {
        IdempotentRequest request = request();
        cutOff(request, _ -> {});

        assertThat(ApiErrors.thrownBy(() -> other.answer(request, this::created))
                        .code())
                .as("it may still run over there")
                .isEqualTo("CONFLICT");
        assertThat(one.answer(request, this::created).getStatus()).isEqualTo(200);
    }

    @Test
    void aRequestThatWasTakenOverWritesNothing() {
        IdempotentRequest request = request();

        ApiException late = catchThrowableOfType(
                ApiException.class,
                () -> one.answer(request, steps -> {
                    now = now.plus(Duration.ofMinutes(31));
                    assertThat(other.answer(request, this::created).getStatus()).isEqualTo(200);
                    return created(steps);
                }));

        assertThat(late.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(one.answer(request, this::created).getHeaderString(Idempotency.REPLAYED))
                .isEqualTo("true");
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        IdempotentRequest request = request();
        Object first = one.answer(request, this::created).getEntity();
        now = now.plus(Duration.ofHours(24).minusMillis(1));
        assertThat(one.answer(request, this::created).getEntity()).isEqualTo(first);

        now = now.plusMillis(1);

        assertThat(one.answer(withBody(request, "TV"), this::created).getEntity())
                .isNotEqualTo(first);
    }

    @Test
    void expiredKeysAreRemovedAndNoOthers() {
        IdempotentRequest old = request();
        one.answer(old, this::created);
        now = now.plus(Duration.ofHours(24));
        IdempotentRequest young = request();
        one.answer(young, this::created);

        ExpiredKeys sweep = new ExpiredKeys(store, () -> now);
        sweep.sweep();
        sweep.close();

        assertThat(store.find(old.id())).isEmpty();
        assertThat(store.find(young.id())).isPresent();
    }

    @Test
    void whatCannotBeNotedIsNotDoneButWhatWasDoneIsAnswered(@TempDir Path directory) {
        EmbeddedMongo away = EmbeddedMongo.start(directory, 0);
        String impatient = away.connectionString() + "&serverSelectionTimeoutMS=200";
        try (MongoClient dying = MongoClients.create(impatient)) {
            Idempotency process = new Idempotency(
                    new IdempotencyStore(dying.getDatabase("test")),
                    JsonMapper.builder().build(),
                    () -> now);

            Response answer = process.answer(request(), steps -> {
                steps.note(List.of(BOUGHT));
                away.close();
                ApiException unnoted =
                        catchThrowableOfType(ApiException.class, () -> steps.note(List.of(BOUGHT, BOUGHT)));
                assertThat(unnoted.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                return Answer.of("bought");
            });

            assertThat(answer.getEntity()).asString().contains("bought");
        }
    }
}
