package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** POST /webhook/call-update, and what becomes of events. */
class CallEventsIT extends InSharedWorld {
    private static final String UNVERIFIED = "calltrackingmetrics.unverified";

    private final Subscribed subscribed = Subscribed.to(WORLD);
    private final long id = Subscribed.newCallId();

    private void awaitDone(int events) {
        await().untilAsserted(() -> {
            assertThat(subscribed.archived()).hasSize(events);
            assertThat(subscribed.waiting()).isZero();
        });
    }

    private static void assertTaken(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"success\":true,\"message\":\"SUCCESS\"}");
    }

    private long unverified(String field, Object value) {
        return WORLD.collection(UNVERIFIED).countDocuments(eq(field, value));
    }

    @Test
    void aCompletedCallIsStoredCountedAndALead() {
        assertTaken(subscribed.end(Subscribed.ended(id, "answered", 214)));

        awaitDone(1);
        assertThat(subscribed.metrics())
                .containsAllEntriesOf(Map.of(
                        "total_calls", 1L,
                        "answered_calls", 1L,
                        "missed_calls", 0L,
                        "total_duration", 214L,
                        "average_duration", 214L));
        assertThat(subscribed.call(id)).containsEntry("call_status", "answered").containsEntry("duration", 214L);
        assertThat(subscribed.leads()).singleElement().satisfies(lead -> {
            assertThat(lead).containsEntry("integration", "calltrackingmetrics").containsEntry("type", "webhook");
            assertThat(lead.get("data", Document.class))
                    .containsEntry("call_id", String.valueOf(id))
                    .containsEntry("caller", "+14105550129");
            assertThat(lead.get("metadata", Document.class)).containsEntry("lead_received", true);
        });
    }

    @Test
    void theConnectionsHealthTellsOfTheLastEvent() {
        assertThat(subscribed
                        .connected()
                        .caller()
                        .get("/auth")
                        .data()
                        .path("last_webhook_at")
                        .isNull())
                .isTrue();

        subscribed.end(Subscribed.ended(id, "answered", 9));

        assertThat(subscribed
                        .connected()
                        .caller()
                        .get("/auth")
                        .data()
                        .path("last_webhook_at")
                        .asText())
                .startsWith("20");
    }

    @Test
    void aRedeliveryChangesNothing() throws Exception {
        String body = Subscribed.ended(id, "no-answer", 31);
        List<Reply> replies = ConnectIT.atOnce(8, () -> subscribed.end(body));
        assertThat(replies).allSatisfy(CallEventsIT::assertTaken);
        awaitDone(1);

        assertTaken(subscribed.end(body));

        awaitDone(1);
        assertThat(subscribed.count("total_calls")).isEqualTo(1);
        assertThat(subscribed.count("missed_calls")).isEqualTo(1);
        assertThat(subscribed.leads()).hasSize(1);
    }

    @Test
    void aLateBeginningNeverDowngradesACompletedCall() {
        subscribed.end(Subscribed.ended(id, "answered", 60));
        awaitDone(1);

        assertTaken(subscribed.send("call.received", Subscribed.started(id)));

        awaitDone(2);
        assertThat(subscribed.call(id)).containsEntry("call_status", "answered");
        assertThat(subscribed.count("total_calls")).isEqualTo(1);
        assertThat(subscribed.count("total_duration")).isEqualTo(60);
    }

    @Test
    void aCallThatBeginsIsCountedAndNoLeadYet() {
        subscribed.send("call.received", Subscribed.started(id));

        awaitDone(1);
        assertThat(subscribed.count("total_calls")).isEqualTo(1);
        assertThat(subscribed.count("answered_calls")).isZero();
        assertThat(subscribed.leads()).isEmpty();
    }

    @Test
    void theWrappedShapeIsTheSame() {
        String call = Subscribed.ended(id, "answered", 100);

        assertTaken(subscribed.send("", "{\"event\":\"call.completed\",\"call\":" + call + "}"));

        awaitDone(1);
        assertThat(subscribed.count("answered_calls")).isEqualTo(1);
        assertThat(subscribed.archived().getFirst()).containsEntry("event", "call.completed");
    }

    @Test
    void textsAreNoCalls() {
        String text =
                "{\"id\":%d,\"account_id\":482913,\"direction\":\"msg_inbound\",\"message_body\":\"Hi\"}".formatted(id);

        assertTaken(subscribed.end(text));

        awaitDone(1);
        assertThat(subscribed.archived().getFirst()).containsEntry("status", "ignored");
        assertThat(subscribed.metrics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-the-token"})
    void whatProvesNothingIsKeptApart(String token) {
        String body = Subscribed.ended(id, "answered", 10);

        assertTaken(Subscribed.send(WORLD.api(), token, "call.completed", body, "", ""));

        assertThat(unverified("call_id", String.valueOf(id))).isEqualTo(1);
        assertThat(subscribed.archived()).isEmpty();
        assertThat(subscribed.waiting()).isZero();
        assertThat(WORLD.collection("analytics.calltrackingmetrics.calls").countDocuments(eq("call_id", "" + id)))
                .isZero();
    }

    @Test
    void anotherCtmAccountsCallIsNotTaken() {
        String body = Subscribed.ended(id, "answered", 10).replace("482913", "517330");

        assertTaken(subscribed.end(body));

        assertThat(unverified("call_id", String.valueOf(id))).isEqualTo(1);
        assertThat(subscribed.archived()).isEmpty();
        assertThat(subscribed.waiting()).isZero();
    }

    @Test
    void aSignatureAloneIsEnough() {
        Connected signer = WORLD.connect();
        Logins.connect(signer.caller(), Logins.ACCOUNT_KEYS);
        Subscribed own = Subscribed.to(WORLD, signer, "482913", "[\"call.completed\"]");
        String body = Subscribed.ended(id, "answered", 20);
        String signature = Hmac.of("sandbox-account-482913-secret-1", "1773754951", body);

        assertTaken(Subscribed.send(WORLD.api(), "", "call.completed", body, "1773754951", signature));

        await().untilAsserted(() -> assertThat(own.count("total_calls")).isEqualTo(1));
        assertThat(own.archived().getFirst()).containsEntry("signature", "valid");
    }

    @Test
    void aBadSignatureIsRecordedAndTheTokenStillCounts() {
        String body = Subscribed.ended(id, "answered", 20);

        assertTaken(Subscribed.send(WORLD.api(), subscribed.token(), "call.completed", body, "1", "AAAA"));

        awaitDone(1);
        assertThat(subscribed.archived().getFirst())
                .containsEntry("signature", "invalid")
                .containsEntry("status", "processed");
    }

    @Test
    void aDisconnectedCampaignIsNotCounted() {
        subscribed.connected().caller().delete("/auth?global=true");

        assertTaken(subscribed.end(Subscribed.ended(id, "answered", 20)));

        assertThat(unverified("call_id", String.valueOf(id))).isEqualTo(1);
        assertThat(subscribed.waiting()).isZero();
        assertThat(subscribed.metrics()).isEmpty();
    }

    @Test
    void whatATokenNamesIsNotRememberedForLong() {
        assertTaken(subscribed.end(Subscribed.ended(id, "answered", 20)));
        subscribed.connected().caller().delete("/auth?global=true");

        await().until(() -> {
            long next = Subscribed.newCallId();
            assertTaken(subscribed.end(Subscribed.ended(next, "answered", 20)));
            return unverified("call_id", String.valueOf(next)) == 1;
        });
    }

    @Test
    void whileTheStoreIsAwayCtmIsToSendAgain() {
        try (ServiceProcess other = ServiceProcess.start(WORLD.environmentWithoutStore(), WORLD.directory, "serve")) {
            Reply reply = Subscribed.send(
                    Api.of(other.uri()), subscribed.token(), "", Subscribed.ended(id, "answered", 9), "", "");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotEmpty();
        }
    }

    private ObjectId addPoison(int attempts) {
        ObjectId poison = new ObjectId();
        WORLD.collection("calltrackingmetrics.inbox")
                .insertOne(new Document("_id", poison)
                        .append(
                                "account_id",
                                new ObjectId(subscribed.connected().account()))
                        .append("campaign_id", subscribed.campaign())
                        .append("calltracking_account_id", "482913")
                        .append("call_id", "1")
                        .append("event", "call.completed")
                        .append("signature", "absent")
                        .append("received_at", Instant.now())
                        .append("body", new Binary(new byte[] {'x'}))
                        .append("attempts", attempts)
                        .append("leased_until", Instant.EPOCH));
        return poison;
    }

    @Test
    void aPoisonEventIsParkedAfterBoundedRetriesAndBlocksNobody() {
        ObjectId fresh = addPoison(0);
        ObjectId old = addPoison(4);
        subscribed.end(Subscribed.ended(id, "answered", 9));

        await().untilAsserted(() -> assertThat(subscribed.count("total_calls")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(WORLD.collection("calltrackingmetrics.events")
                        .find(eq(old))
                        .first())
                .containsEntry("status", "parked")
                .containsEntry("attempts", 5)
                .containsEntry("reason", "it failed 5 times: see the service's log"));
        await().untilAsserted(() -> assertThat(
                        WORLD.collection("calltrackingmetrics.inbox").countDocuments(and(eq(fresh), gt("attempts", 0))))
                .isEqualTo(1));
        WORLD.collection("calltrackingmetrics.inbox").deleteOne(eq(fresh));
    }

    @Test
    void theArchiveKeepsTheRawBody() {
        String body = "  " + Subscribed.ended(id, "busy", 3) + "\n";
        subscribed.end(body);

        awaitDone(1);
        Document event = Objects.requireNonNull(subscribed.archived().getFirst());
        assertThat(event.get("body", Binary.class).getData()).asString().isEqualTo(body);
    }
}
