package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Updates;
import io.ctmconnect.it.Api.Reply;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** The decision table of POST /auth. */
class ConnectIT extends InSharedWorld {
    private String account = "";
    private Api caller = WORLD.api();

    @BeforeEach
    void newAccount() {
        account = World.newAccount();
        caller = WORLD.callerOf(account);
    }

    @Test
    void aFirstLoginIsStoredAndAnswered() {
        Reply reply = caller.post("/auth", Logins.AGENCY_USER);

        assertThat(reply.status()).isEqualTo(200);
        JsonNode data = reply.data();
        assertThat(data.path("account_id").asText()).isEqualTo(account);
        assertThat(data.path("user").asText()).isEqualTo("agency@example.com");
        assertThat(data.path("token_invalidated").asBoolean(true)).isFalse();
        assertThat(storedKeys()).singleElement().satisfies(stored -> {
            assertThat(stored.getObjectId("_id").toHexString())
                    .isEqualTo(data.path("id").asText());
            assertThat(stored.getObjectId("account_id").toHexString()).isEqualTo(account);
            assertThat(stored.getString("user")).isEqualTo("agency@example.com");
            assertThat(stored.get("deleted")).isNull();
            assertThat(stored.getDate("createdAt")).isNotNull();
        });
    }

    @Test
    void theThreeSecretsAreStoredSealedOnly() {
        caller.post("/auth", Logins.AGENCY_USER);

        String stored = storedKeys().getFirst().toJson();
        assertThat(stored).contains("\"password\"", "\"access_key\"", "\"secret\"");
        assertThat(stored).doesNotContain("sandbox-password", "sandbox-agency-20417");
    }

    @Test
    void apiKeysAreProvedAndStoredWithoutAUser() {
        Reply reply = caller.post("/auth", Logins.AGENCY_KEYS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().path("user").isNull()).isTrue();
        assertThat(WORLD.control.seen("/authentication")).isEmpty();
        assertThat(WORLD.control.seen("/accounts")).hasSize(1);
        String id = reply.data().path("id").asText();
        assertThat(caller.get("/" + id + "/accounts").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "keys"})
    void aWrongLoginIsRefusedAndChangesNothing(String way) {
        String wrong = way.equals("user") ? Logins.WRONG_PASSWORD : Logins.keys("sandbox-agency-20417-key-1", "wrong");

        Reply reply = caller.post("/auth", wrong);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(storedKeys()).isEmpty();
    }

    @Test
    void aWrongLoginLeavesALiveConnectionAsItIs() {
        Logins.connect(caller, Logins.AGENCY_USER);
        Document before = storedKeys().getFirst();

        assertThat(caller.post("/auth", Logins.WRONG_PASSWORD).code()).isEqualTo("INVALID_CREDENTIALS");

        assertThat(storedKeys()).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "keys"})
    void theSameLoginAgainAsksAndWritesNothing(String way) {
        String login = way.equals("user") ? Logins.AGENCY_USER : Logins.AGENCY_KEYS;
        Reply first = caller.post("/auth", login);
        List<Document> before = storedKeys();
        WORLD.control.forget();

        Reply again = caller.post("/auth", login);

        assertThat(again.data()).isEqualTo(first.data());
        assertThat(WORLD.control.seen("")).isEmpty();
        assertThat(storedKeys()).isEqualTo(before);
    }

    @Test
    void anotherLoginUpdatesInPlace() {
        String id = Logins.connect(caller, Logins.AGENCY_USER);

        assertThat(Logins.connect(caller, Logins.ACCOUNT_USER)).isEqualTo(id);
        assertThat(Logins.connect(caller, Logins.ACCOUNT_KEYS)).isEqualTo(id);

        assertThat(storedKeys()).singleElement().satisfies(stored -> {
            assertThat(stored.get("password")).isNull();
            assertThat(stored.get("user")).isNull();
        });
    }

    @Test
    void anInvalidatedConnectionIsProvedAgainEvenWithTheSameLogin() {
        String id = Logins.connect(caller, Logins.AGENCY_USER);
        WORLD.keys().updateOne(eq(new ObjectId(id)), Updates.set("token_invalidated", true));
        WORLD.control.forget();

        Reply reply = caller.post("/auth", Logins.AGENCY_USER);

        assertThat(reply.data().path("id").asText()).isEqualTo(id);
        assertThat(reply.data().path("token_invalidated").asBoolean(true)).isFalse();
        assertThat(WORLD.control.seen("/authentication")).hasSize(1);
    }

    @Test
    void theNewestSoftDeletedConnectionIsRevivedInPlace() {
        String older = Logins.connect(caller, Logins.AGENCY_USER);
        softDelete(older, Date.from(Instant.EPOCH.plusSeconds(2)));
        WORLD.keys().insertOne(copyOf(older, Date.from(Instant.EPOCH.plusSeconds(1))));

        assertThat(caller.get("/auth").data().isNull()).isTrue();
        assertThat(Logins.connect(caller, Logins.AGENCY_USER)).isEqualTo(older);

        assertThat(storedKeys())
                .hasSize(2)
                .filteredOn(stored -> stored.get("deleted") == null)
                .hasSize(1);
        assertThat(caller.get("/" + older + "/accounts").status()).isEqualTo(200);
    }

    @Test
    void aLoginWithoutKeysIsRefusedWithAHintToApiKeys() {
        WORLD.control.settings("{\"login_answers_keys\":false}");

        Reply reply = caller.post("/auth", Logins.AGENCY_USER);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("CTM_REJECTED");
        assertThat(reply.json().path("message").asText()).contains("access_key");
        assertThat(storedKeys()).isEmpty();
    }

    @Test
    void concurrentLoginsLeaveOneLiveConnection() throws Exception {
        List<Reply> replies = atOnce(16, () -> caller.post("/auth", Logins.AGENCY_USER));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(replies.stream()
                        .map(reply -> reply.data().path("id").asText())
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(storedKeys()).hasSize(1);
    }

    @Test
    void concurrentDifferentLoginsLeaveOneConnectionThatWorks() throws Exception {
        List<String> logins = List.of(Logins.AGENCY_USER, Logins.ACCOUNT_USER, Logins.AGENCY_KEYS, Logins.ACCOUNT_KEYS);
        var turn = new AtomicInteger();

        List<Reply> replies =
                atOnce(16, () -> caller.post("/auth", logins.get(turn.getAndIncrement() % logins.size())));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        String id = storedKeys().getFirst().getObjectId("_id").toHexString();
        assertThat(storedKeys()).hasSize(1);
        assertThat(caller.get("/" + id + "/accounts/482913").status()).isEqualTo(200);
    }

    @Test
    void everyViolationOfABodyIsNamedAtOnce() {
        Reply reply = caller.post("/auth", "{\"username\":{},\"password\":17}");

        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().path("errors").findValuesAsText("field")).containsExactly("username", "password");
    }

    static List<Reply> atOnce(int callers, Callable<Reply> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> running = threads.invokeAll(
                    IntStream.range(0, callers).mapToObj(_ -> call).toList());
            return running.stream().map(Future::resultNow).toList();
        }
    }

    private List<Document> storedKeys() {
        return Stored.keys(WORLD.keys(), new ObjectId(account));
    }

    private static void softDelete(String id, Date when) {
        WORLD.keys()
                .updateOne(
                        eq(new ObjectId(id)),
                        Updates.combine(Updates.set("deleted", when), Updates.unset("live_account")));
    }

    private static Document copyOf(String id, Date deleted) {
        Document copy = WORLD.keys().find(eq(new ObjectId(id))).first();
        assertThat(copy).isNotNull();
        Document other = new Document(copy);
        other.remove("first_of_account");
        return other.append("_id", new ObjectId()).append("deleted", deleted);
    }
}
