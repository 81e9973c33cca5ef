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

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** What a 401 of CTM does, and what does not count as one. */
class UnauthorizedRuleIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls?limit=1";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    @Test
    void rotatedKeysAreRenewedSilently() {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        assertThat(connected.get(CALLS).status()).isEqualTo(200);
        assertThat(WORLD.control.seen("/authentication")).hasSize(1);

        assertThat(connected.get(CALLS).status()).isEqualTo(200);
        assertThat(WORLD.control.seen("/authentication"))
                .as("the new keys are kept")
                .hasSize(1);
        assertThat(status()).isEqualTo("connected");
    }

    @Test
    void callersThatAreRefusedTogetherShareOneLogin() throws Exception {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        List<Reply> replies = ConnectIT.atOnce(24, () -> connected.get(CALLS));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(WORLD.control.seen("/authentication").size()).isBetween(1, 3);
    }

    @Test
    void aRefusedLoginFlagsAllKeysOfTheAccountAndStopsCalling() {
        Document deleted = softDeletedKey();
        loseTheLogin();

        assertThat(connected.get(CALLS).code()).isEqualTo("TOKEN_INVALIDATED");

        assertThat(WORLD.keys().find(eq("account_id", new ObjectId(connected.account()))))
                .hasSize(2)
                .allSatisfy(
                        key -> assertThat(key.getBoolean("token_invalidated")).isTrue());
        assertThat(WORLD.keys().find(eq(deleted.getObjectId("_id"))).first())
                .satisfies(key -> assertThat(key.get("deleted")).isNotNull());
        WORLD.control.forget();
        for (String route : List.of(CALLS, "/accounts", "/accounts/482913")) {
            Reply reply = connected.get(route);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().path("message").asText()).isEqualTo("TOKEN_INVALIDATED");
        }
        assertThat(WORLD.control.seen("")).isEmpty();
        JsonNode status = connected.caller().get("/auth").data();
        assertThat(status.path("status").asText()).isEqualTo("token_invalidated");
        assertThat(status.path("invalidated_at").isNull()).isFalse();
    }

    @Test
    void connectingAgainClearsTheFlagUnderTheSameId() {
        loseTheLogin();
        connected.get(CALLS);
        WORLD.control.post("/users/agency@example.com", "{\"password\":\"another\"}");

        String id = Logins.connect(connected.caller(), Logins.user("agency@example.com", "another"));

        assertThat(id).isEqualTo(connected.id());
        assertThat(connected.get(CALLS).status()).isEqualTo(200);
        assertThat(connected.caller().get("/auth").data().path("invalidated_at").isNull())
                .isTrue();
    }

    @Test
    void apiKeysCannotBeRenewedAndAreFlaggedAtOnce() {
        Logins.connect(connected.caller(), Logins.AGENCY_KEYS);
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");
        WORLD.control.forget();

        assertThat(connected.get(CALLS).code()).isEqualTo("TOKEN_INVALIDATED");
        assertThat(WORLD.control.seen("/authentication")).isEmpty();
    }

    @Test
    void keysThatAreRefusedRightAfterALoginFlag() {
        WORLD.control.fault("{\"kind\":\"unauthorized\",\"match\":{\"path\":\"/calls\"}}");

        assertThat(connected.get(CALLS).code()).isEqualTo("TOKEN_INVALIDATED");
        assertThat(WORLD.control.seen("/authentication")).hasSize(1);
        assertThat(WORLD.control.seen("/calls")).hasSize(2);
        assertThat(status()).isEqualTo("token_invalidated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"code\":403}",
                "{\"kind\":\"rate_limit\",\"retry_after\":1}",
                "{\"kind\":\"status\",\"code\":500}",
                "{\"kind\":\"html_502\"}",
                "{\"kind\":\"slow\",\"delay_ms\":5000}",
                "{\"kind\":\"drop\"}",
                "{\"kind\":\"error_200\"}"
            })
    void nothingElseFlags(String fault) {
        WORLD.control.fault(fault);
        assertThat(connected.get(CALLS).status()).isGreaterThanOrEqualTo(400);
        WORLD.control.clearFaults();

        assertThat(status()).isEqualTo("connected");
        assertThat(connected.get(CALLS).status()).isEqualTo(200);
    }

    @Test
    void aLoginThatCannotBeAskedForDoesNotFlag() {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503,\"match\":{\"path\":\"/authentication\"}}");

        assertThat(connected.get(CALLS).code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(status()).isEqualTo("connected");
        WORLD.control.clearFaults();
        assertThat(connected.get(CALLS).status()).isEqualTo(200);
    }

    @Test
    void withoutReauthTheFirst401Flags() {
        try (World world = World.with(Map.of("CTM_REAUTH_ON_401", "false"))) {
            Connected one = world.connect();
            world.control.post("/keys/rotate", "{\"agency\":20417}");
            world.control.forget();

            assertThat(one.get(CALLS).code()).isEqualTo("TOKEN_INVALIDATED");
            assertThat(world.control.seen("/authentication")).isEmpty();
        }
    }

    private String status() {
        return connected.caller().get("/auth").data().path("status").asText();
    }

    private static void loseTheLogin() {
        WORLD.control.post("/keys/revoke", "{\"agency\":20417}");
        WORLD.control.post("/users/agency@example.com", "{\"password\":\"changed\"}");
    }

    private Document softDeletedKey() {
        Document deleted = new Document("account_id", new ObjectId(connected.account()))
                .append("token_invalidated", false)
                .append("version", 1L)
                .append("deleted", Date.from(Instant.EPOCH));
        WORLD.keys().insertOne(deleted);
        return deleted;
    }
}
