package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** POST /{tokenId}/webhook. */
class SubscriptionIT extends InSharedWorld {
    private static final String RECEIVER = World.PUBLIC_BASE_URL + "/v1/e/calltrackingmetrics/webhook/call-update";

    private final Connected connected = WORLD.connect();
    private final ObjectId campaign = new ObjectId();

    @BeforeEach
    void addCampaign() {
        WORLD.collection("campaigns")
                .insertOne(new Document("_id", campaign)
                        .append("account_id", new ObjectId(connected.account()))
                        .append("name", "Spring"));
    }

    private Reply subscribe(Connected caller, Object campaignId, String ctmAccount, String events) {
        return caller.post(
                "/webhook",
                "{\"campaign_id\":\"%s\",\"calltracking_account_id\":\"%s\"%s}"
                        .formatted(campaignId, ctmAccount, events.isEmpty() ? "" : ",\"events\":" + events));
    }

    private static List<JsonNode> atCtm(String account) {
        return CtmWebhooks.all(WORLD.sandbox.apiBaseUrl(), account);
    }

    private Document stored() {
        return Objects.requireNonNull(
                WORLD.collection("campaigns").find(eq(campaign)).first());
    }

    @Test
    void itTellsCtmWhereToSendCompletedCalls() {
        Reply reply = subscribe(connected, campaign, "482913", "");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data().path("url").asText()).isEqualTo(RECEIVER);
        assertThat(reply.data().path("events").toString()).isEqualTo("[\"call.completed\"]");
        assertThat(reply.data().path("status").asText()).isEqualTo("active");
        assertThat(atCtm("482913")).singleElement().satisfies(webhook -> {
            assertThat(webhook.path("id").asText())
                    .isEqualTo(reply.data().path("webhook_id").asText());
            assertThat(webhook.path("position").asText()).isEqualTo("end");
            assertThat(webhook.path("weburl").asText())
                    .startsWith(RECEIVER + "?s=")
                    .endsWith("&e=call.completed")
                    .matches(".*\\?s=[\\w-]{40,}&.*");
        });
    }

    @Test
    void theCampaignIsLinked() {
        String webhook = subscribe(connected, campaign, "482913", "")
                .data()
                .path("webhook_id")
                .asText();

        assertThat(stored())
                .containsEntry("name", "Spring")
                .containsEntry("integration", "calltrackingmetrics")
                .containsEntry("active", true);
        assertThat(stored().get("integration_data", Document.class))
                .isEqualTo(new Document(Map.of(
                        "token",
                        connected.id(),
                        "calltracking_account_id",
                        "482913",
                        "webhook_ids",
                        List.of(webhook))));
    }

    @Test
    void againIsTheSame() {
        Reply first = subscribe(connected, campaign, "482913", "[\"call.received\",\"call.completed\"]");
        List<JsonNode> before = atCtm("482913");

        Reply again = subscribe(connected, campaign, "482913", "[\"call.completed\",\"call.received\"]");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(atCtm("482913")).isEqualTo(before);
        assertThat(before)
                .extracting(webhook -> webhook.path("position").asText())
                .containsExactlyInAnyOrder("start", "end");
    }

    @Test
    void fewerEventsRemoveAWebhook() {
        subscribe(connected, campaign, "482913", "[\"call.completed\",\"call.received\"]");

        subscribe(connected, campaign, "482913", "[\"call.completed\"]");

        assertThat(atCtm("482913"))
                .extracting(webhook -> webhook.path("position").asText())
                .containsExactly("end");
    }

    @Test
    void aWebhookThatIsGoneAtCtmIsMadeAgain() {
        Reply first = subscribe(connected, campaign, "482913", "");
        WORLD.control.reset();

        Reply again = subscribe(connected, campaign, "482913", "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(atCtm("482913")).hasSize(1);
        assertThat(first.data().path("url")).isEqualTo(again.data().path("url"));
    }

    @Test
    void anotherCtmAccountReplacesTheOldOne() {
        subscribe(connected, campaign, "482913", "");

        Reply reply = subscribe(connected, campaign, "482914", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(atCtm("482913")).isEmpty();
        assertThat(atCtm("482914")).hasSize(1);
        assertThat(stored().get("integration_data", Document.class).getString("calltracking_account_id"))
                .isEqualTo("482914");
        assertThat(WORLD.collection("calltrackingmetrics.subscriptions").countDocuments(eq(campaign)))
                .isEqualTo(1);
    }

    @Test
    void aCampaignOfSomebodyElseIsNotFound() {
        Connected other = WORLD.connect();

        for (Object id : List.of(campaign, new ObjectId())) {
            Reply reply = subscribe(other, id, "482913", "");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("RECORD_NOT_FOUND");
        }
        assertThat(atCtm("482913")).isEmpty();
        assertThat(stored()).doesNotContainKey("integration");
    }

    @Test
    void aCtmAccountOutOfReachIsRefused() {
        Reply reply = subscribe(connected, campaign, "517330", "");

        assertThat(reply.status()).isIn(403, 404);
        assertThat(stored()).doesNotContainKey("integration");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Reply reply =
                connected.post("/webhook", "{\"campaign_id\":\"x\",\"events\":[\"call.completed\",\"call.ended\"]}");

        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("campaign_id", "calltracking_account_id", "events");
    }

    @Test
    void requestsAtOnceLeaveOneWebhook() throws Exception {
        List<Reply> replies = ConnectIT.atOnce(6, () -> subscribe(connected, campaign, "482913", ""));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        Reply last = subscribe(connected, campaign, "482913", "");
        assertThat(atCtm("482913"))
                .extracting(webhook -> webhook.path("id").asText())
                .containsExactly(last.data().path("webhook_id").asText());
    }

    @Test
    void aFailureOfCtmIsMendedByTheNextRequest() {
        WORLD.control.fault(
                "{\"kind\":\"status\",\"code\":500,\"times\":1,\"match\":{\"method\":\"POST\",\"path\":\"/webhooks\"}}");
        assertThat(subscribe(connected, campaign, "482913", "").code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(stored()).doesNotContainKey("integration");

        assertThat(subscribe(connected, campaign, "482913", "").status()).isEqualTo(200);

        assertThat(atCtm("482913")).hasSize(1);
    }

    @Test
    void theTokenIsStoredSealedOnly() {
        subscribe(connected, campaign, "482913", "");
        String address = atCtm("482913").getFirst().path("weburl").asText();
        String token = address.replaceAll(".*\\?s=|&e=.*", "");

        Document subscription = Objects.requireNonNull(WORLD.collection("calltrackingmetrics.subscriptions")
                .find(eq(campaign))
                .first());
        assertThat(subscription.toJson()).doesNotContain(token);
    }
}
