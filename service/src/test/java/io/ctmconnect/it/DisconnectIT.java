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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** DELETE /auth. */
class DisconnectIT extends InSharedWorld {
    private static final String ADDED = "project_added";
    private static final String DISCONNECTED = "integration_disconnected";

    private final Connected connected = WORLD.connect();

    @BeforeEach
    void configure() {
        Reply reply = connected
                .caller()
                .post("/auth/config", "{\"token\":\"%s\",\"account_id\":\"482913\"}".formatted(connected.id()));
        assertThat(reply.status()).isEqualTo(200);
    }

    private Document addCampaign() {
        Document campaign = Stored.campaign(connected.account());
        WORLD.collection("campaigns").insertOne(campaign);
        return campaign;
    }

    private Document addCampaign(Document integrationData) {
        Document campaign = addCampaign();
        WORLD.collection("campaigns").updateOne(eq(campaign.get("_id")), set("integration_data", integrationData));
        return campaign;
    }

    private Stored stored() {
        return Stored.of(WORLD::collection, connected.account());
    }

    private static void assertDid(Reply reply, String data) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data().toString()).isEqualTo(data.replace('\'', '"'));
    }

    @Test
    void withoutActiveCampaignsEverythingGoes() {
        assertDid(
                connected.caller().delete("/auth"),
                "{'global':false,'config_deleted':true,'credentials_deleted':true,"
                        + "'campaigns_preserved':0,'campaigns_disabled':0}");

        assertThat(stored().isConnected()).isFalse();
        assertThat(stored().keys())
                .singleElement()
                .satisfies(key -> assertThat(key.get("deleted")).isInstanceOf(Date.class));
        assertThat(stored().configs()).isEmpty();
        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED);
    }

    @Test
    void withActiveCampaignsOnlyTheConfigGoes() {
        List<Document> campaigns = List.of(addCampaign(), addCampaign());

        assertDid(
                connected.caller().delete("/auth"),
                "{'global':false,'config_deleted':true,'credentials_deleted':false,"
                        + "'campaigns_preserved':2,'campaigns_disabled':0}");

        assertThat(stored().campaigns()).isEqualTo(campaigns);
        assertThat(stored().configs()).isEmpty();
        assertThat(connected.get("/accounts/482913").status()).isEqualTo(200);
        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED);
    }

    @Test
    void whereNothingIsLeftToDisconnectNobodyIsTold() {
        addCampaign();
        connected.caller().delete("/auth");

        assertDid(
                connected.caller().delete("/auth"),
                "{'global':false,'config_deleted':false,'credentials_deleted':false,"
                        + "'campaigns_preserved':1,'campaigns_disabled':0}");

        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED);
    }

    @Test
    void globallyCampaignsAreDisabledAndEverythingGoes() {
        addCampaign();
        addCampaign();
        Document paused = addCampaign();
        WORLD.collection("campaigns").updateOne(eq(paused.get("_id")), set("active", false));

        assertDid(
                connected.caller().delete("/auth?global=true"),
                "{'global':true,'config_deleted':true,'credentials_deleted':true,"
                        + "'campaigns_preserved':0,'campaigns_disabled':2}");

        assertThat(stored().isConnected()).isFalse();
        assertThat(stored().configs()).isEmpty();
        assertThat(stored().activeCampaigns()).isZero();
        assertThat(stored().campaigns())
                .filteredOn(campaign -> "integration_disconnected".equals(campaign.get("disabled_reason")))
                .hasSize(2)
                .allSatisfy(campaign -> assertThat(campaign.get("disabled_at")).isInstanceOf(Date.class));
        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "TRUE", "1", "", "yes"})
    void onlyTheWordTrueIsGlobal(String word) {
        addCampaign();

        JsonNode data = connected.caller().delete("/auth?global=" + word).data();

        assertThat(data.path("global").asBoolean(true)).isFalse();
        assertThat(stored().activeCampaigns()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth", "/auth?global=true"})
    void nothingConnectedIsNotFound(String path) {
        addCampaign();
        connected.caller().delete("/auth?global=true");
        Stored before = stored();

        for (Api caller : List.of(connected.caller(), WORLD.callerOf(World.newAccount()))) {
            Reply reply = caller.delete(path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("message").asText()).isEqualTo("Record Not found!");
        }
        assertThat(stored().keys()).isEqualTo(before.keys());
        assertThat(stored().told()).isEqualTo(before.told());
    }

    @Test
    void noRouteSeesADisconnectedConnection() {
        connected.caller().delete("/auth");

        assertThat(connected.caller().get("/auth").data().isNull()).isTrue();
        for (String path : List.of("/accounts", "/accounts/482913", "/accounts/482913/calls")) {
            assertThat(connected.get(path).status()).isEqualTo(404);
        }
        Reply config = connected
                .caller()
                .post("/auth/config", "{\"token\":\"%s\",\"account_id\":\"482913\"}".formatted(connected.id()));
        assertThat(config.status()).isEqualTo(404);
        assertThat(stored().configs()).isEmpty();
    }

    @Test
    void connectingAgainRevivesTheConnectionAndNothingElse() {
        addCampaign();
        connected.caller().delete("/auth?global=true");

        assertThat(Logins.connect(connected.caller(), Logins.ACCOUNT_USER)).isEqualTo(connected.id());

        JsonNode status = connected.caller().get("/auth").data();
        assertThat(status.path("status").asText()).isEqualTo("connected");
        assertThat(status.path("config").isNull()).isTrue();
        assertThat(status.path("active_campaigns").asInt(-1)).isZero();
        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED, ADDED);
        configure();
        assertThat(connected
                        .caller()
                        .get("/auth")
                        .data()
                        .path("config")
                        .path("token")
                        .asText())
                .isEqualTo(connected.id());
    }

    @Test
    void anUpdateInPlaceTellsNobody() {
        Logins.connect(connected.caller(), Logins.ACCOUNT_USER);
        WORLD.keys().updateOne(eq(new ObjectId(connected.id())), set("token_invalidated", true));
        Logins.connect(connected.caller(), Logins.ACCOUNT_USER);

        assertThat(stored().told()).containsExactly(ADDED);
        assertThat(connected.caller().get("/auth").data().path("config").isNull())
                .isFalse();
    }

    @Test
    void aConnectionThatCtmRefusesIsDisconnectedWithoutAskingCtm() {
        addCampaign(webhooks("482913", List.of("61544")));
        WORLD.keys().updateOne(eq(new ObjectId(connected.id())), set("token_invalidated", true));
        WORLD.control.forget();

        assertThat(connected.caller().delete("/auth?global=true").status()).isEqualTo(200);

        assertThat(stored().isConnected()).isFalse();
        assertThat(WORLD.control.seen("/webhooks")).isEmpty();
    }

    @Test
    void aNoticeSaysWhoDidWhatWhen() {
        Instant before = Instant.now().minusSeconds(1);
        connected.caller().delete("/auth");

        Document payload = stored().notices().stream()
                .map(row -> row.get("payload", Document.class))
                .filter(one -> DISCONNECTED.equals(one.getString("type")))
                .findFirst()
                .orElseThrow();
        assertThat(payload.getObjectId("connection").toHexString()).isEqualTo(connected.id());
        assertThat(payload.getString("actor")).isEqualTo("65f0a1b2c3d4e5f60718293a");
        assertThat(payload.getDate("at").toInstant()).isBetween(before, Instant.now());
    }

    private static Document webhooks(String ctmAccount, List<String> ids) {
        return new Document("calltracking_account_id", ctmAccount).append("webhook_ids", ids);
    }

    private String addWebhook(String position) {
        return CtmWebhooks.add(WORLD.sandbox.apiBaseUrl(), "482913", position);
    }

    @Test
    void globallyCtmsWebhooksAreRemoved() {
        List<String> ids = List.of(addWebhook("end"), addWebhook("start"));
        String others = addWebhook("end");
        addCampaign(webhooks("482913", ids));

        connected.caller().delete("/auth?global=true");

        assertThat(CtmWebhooks.ids(WORLD.sandbox.apiBaseUrl(), "482913")).containsExactly(others);
    }

    @Test
    void conditionallyCtmsWebhooksStay() {
        String id = addWebhook("end");
        Document campaign = addCampaign(webhooks("482913", List.of(id)));
        WORLD.collection("campaigns").updateOne(eq(campaign.get("_id")), set("active", false));

        connected.caller().delete("/auth");

        assertThat(CtmWebhooks.ids(WORLD.sandbox.apiBaseUrl(), "482913")).containsExactly(id);
    }

    @Test
    void webhooksAreRemovedWithRenewedKeys() {
        addCampaign(webhooks("482913", List.of(addWebhook("end"))));
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        connected.caller().delete("/auth?global=true");

        assertThat(CtmWebhooks.idsAfterRotation(WORLD.sandbox.apiBaseUrl(), "482913"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"status\",\"code\":500,\"match\":{\"path\":\"/webhooks\"}}",
                "{\"kind\":\"slow\",\"delay_ms\":9000,\"match\":{\"path\":\"/webhooks\"}}",
                "{\"kind\":\"unauthorized\"}"
            })
    void aCtmThatFailsDoesNotFailTheDisconnect(String fault) {
        addCampaign(webhooks("482913", List.of("1", "2")));
        WORLD.control.fault(fault);

        assertThat(connected.caller().delete("/auth?global=true").status()).isEqualTo(200);

        assertThat(stored().isConnected()).isFalse();
        assertThat(stored().told()).containsExactly(ADDED, DISCONNECTED);
    }

    @Test
    void concurrentConnectsAndDisconnectsLeaveALegalState() throws Exception {
        addCampaign();
        var turn = new AtomicInteger();
        List<Supplier<Reply>> calls = List.of(
                () -> connected.caller().post("/auth", Logins.AGENCY_USER),
                () -> connected.caller().delete("/auth"),
                () -> connected.caller().post("/auth", Logins.ACCOUNT_USER),
                () -> connected.caller().delete("/auth?global=true"));

        List<Reply> replies = ConnectIT.atOnce(
                16, () -> calls.get(turn.getAndIncrement() % calls.size()).get());

        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 404);
        Stored after = stored();
        assertThat(after.keys())
                .singleElement()
                .satisfies(
                        key -> assertThat(key.getObjectId("_id").toHexString()).isEqualTo(connected.id()));
        assertThat(after.hasHeldNotices()).isFalse();
        assertThat(after.isConnected()).isEqualTo(after.told().getLast().equals(ADDED));
        assertThat(after.configs()).isEmpty();
        assertThat(after.activeCampaigns()).isZero();
        long endings = replies.stream()
                .filter(reply -> reply.data().path("config_deleted").asBoolean()
                        || reply.data().path("credentials_deleted").asBoolean())
                .count();
        assertThat(after.told().stream().filter(DISCONNECTED::equals)).hasSize((int) endings);
    }
}
