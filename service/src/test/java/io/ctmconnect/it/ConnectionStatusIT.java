package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** GET /auth and POST /auth/config. */
class ConnectionStatusIT extends InSharedWorld {
    @Test
    void anAccountWithoutConnectionHasNoData() {
        Reply reply = WORLD.callerOf(World.newAccount()).get("/auth");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().isNull()).isTrue();
    }

    @Test
    void theStatusTellsHealthConfigAndCampaigns() {
        Connected connected = WORLD.connect();
        connected.caller().post("/auth/config", config(connected.id(), "482913", null));
        connected.get("/accounts");
        WORLD.collection("campaigns")
                .insertMany(List.of(
                        campaign(connected.account(), "calltrackingmetrics"),
                        campaign(connected.account(), "calltrackingmetrics").append("active", true),
                        campaign(connected.account(), "calltrackingmetrics").append("active", false),
                        campaign(connected.account(), "calltrackingmetrics")
                                .append("deleted", Date.from(Instant.now())),
                        campaign(connected.account(), "webhook"),
                        campaign(World.newAccount(), "calltrackingmetrics")));

        JsonNode data = connected.caller().get("/auth").data();

        assertThat(data.path("id").asText()).isEqualTo(connected.id());
        assertThat(data.path("status").asText()).isEqualTo("connected");
        assertThat(data.path("config").path("calltracking_account_id").asText()).isEqualTo("482913");
        assertThat(data.path("last_success_at").asText()).isNotBlank();
        assertThat(data.path("active_campaigns").asInt()).isEqualTo(2);
    }

    @Test
    void aConfigIsWrittenWholeAndOnceAnAccount() {
        Connected connected = WORLD.connect();
        JsonNode first = connected
                .caller()
                .post("/auth/config", config(connected.id(), "482913", "482914"))
                .data();
        JsonNode second = connected
                .caller()
                .post("/auth/config", config(connected.id(), "482915", null))
                .data();

        assertThat(first.path("calltracking_sub_account_id").asText()).isEqualTo("482914");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("createdAt")).isEqualTo(first.path("createdAt"));
        assertThat(second.path("calltracking_sub_account_id").isNull()).isTrue();
        assertThat(WORLD.collection("analytics.calltrackingmetrics.userconfig")
                        .find(eq("account_id", new ObjectId(connected.account()))))
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.getString("token")).isEqualTo(connected.id());
                    assertThat(stored.getString("calltracking_account_id")).isEqualTo("482915");
                    assertThat(stored.containsKey("calltracking_sub_account_id"))
                            .isFalse();
                });
    }

    @Test
    void concurrentFirstConfigsLeaveOne() throws Exception {
        Connected connected = WORLD.connect();

        List<Reply> replies = ConnectIT.atOnce(
                12, () -> connected.caller().post("/auth/config", config(connected.id(), "482913", null)));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(WORLD.collection("analytics.calltrackingmetrics.userconfig")
                        .countDocuments(eq("account_id", new ObjectId(connected.account()))))
                .isEqualTo(1);
    }

    @Test
    void aConfigForAForeignOrUnknownConnectionIsNotFound() {
        Connected other = WORLD.connect();
        Api caller = WORLD.callerOf(World.newAccount());

        for (String token : List.of(other.id(), new ObjectId().toHexString())) {
            Reply reply = caller.post("/auth/config", config(token, "482913", null));
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("message").asText()).isEqualTo("Record Not found!");
        }
    }

    @Test
    void aConfigNamesEveryViolation() {
        Reply reply =
                WORLD.callerOf(World.newAccount()).post("/auth/config", "{\"token\":\"x\",\"subaccount_id\":\"../1\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field"))
                .containsExactly("token", "account_id", "subaccount_id");
    }

    private static String config(String token, String ctmAccount, @Nullable String subAccount) {
        String sub = subAccount == null ? "" : ",\"subaccount_id\":\"" + subAccount + "\"";
        return "{\"token\":\"%s\",\"account_id\":\"%s\"%s}".formatted(token, ctmAccount, sub);
    }

    private static Document campaign(String account, String integration) {
        return new Document("account_id", new ObjectId(account)).append("integration", integration);
    }
}
