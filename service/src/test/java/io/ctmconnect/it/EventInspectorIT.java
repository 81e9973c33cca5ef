package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.util.List;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** GET /{tokenId}/webhook/events, one of them, and its replay; GET /{tokenId}/live. */
class EventInspectorIT extends InSharedWorld {
    private static final String EVENTS = "/webhook/events";

    private final Subscribed subscribed = Subscribed.to(WORLD);
    private final long id = Subscribed.newCallId();

    private Reply list(String query) {
        return subscribed.connected().get(EVENTS + query);
    }

    private static List<String> fields(Reply reply, String name) {
        return reply.data()
                .valueStream()
                .map(event -> event.path(name).asText())
                .toList();
    }

    private void awaitDone(int events) {
        await().untilAsserted(() -> {
            assertThat(subscribed.archived()).hasSize(events);
            assertThat(subscribed.waiting()).isZero();
        });
    }

    @Test
    void eventsAreListedTheLatestFirstAndByFilters() {
        subscribed.end("no json");
        subscribed.end(Subscribed.ended(id, "answered", 9));
        subscribed.end(Subscribed.ended(id + 500_000, "busy", -1));
        awaitDone(3);

        assertThat(fields(list(""), "status")).containsExactly("parked", "processed", "rejected");
        assertThat(list("").json().path("pagination").path("total_items").asInt())
                .isEqualTo(3);
        assertThat(fields(list("?page=2&limit=1"), "status")).containsExactly("processed");
        assertThat(fields(list("?status=parked"), "reason"))
                .containsExactly("the call's duration is negative or longer than 7 days");
        assertThat(fields(list("?call_id=" + id), "call_id")).containsExactly(String.valueOf(id));
        assertThat(list("?status=pending").data()).isEmpty();
        assertThat(list("?end_date=2020-01-01").data()).isEmpty();
        assertThat(list("?start_date=2020-01-01").data()).hasSize(3);
        assertThat(list("?status=unverified&limit=0").json().path("errors")).hasSize(2);
    }

    @Test
    void oneEventIsShownWithItsBody() {
        String body = Subscribed.ended(id, "answered", 9);
        subscribed.end(body);
        awaitDone(1);
        String event = fields(list(""), "id").getFirst();

        JsonNode shown = subscribed.connected().get(EVENTS + "/" + event).data();

        assertThat(shown.path("body").asText()).isEqualTo(body);
        assertThat(shown.path("signature").asText()).isEqualTo("absent");
        assertThat(shown.path("event").asText()).isEqualTo("call.completed");
        assertThat(shown.path("campaign_id").asText())
                .isEqualTo(subscribed.campaign().toHexString());
    }

    @Test
    void nobodySeesAnotherAccountsEvents() {
        subscribed.end(Subscribed.ended(id, "answered", 9));
        awaitDone(1);
        String event = fields(list(""), "id").getFirst();
        World.Connected other = WORLD.connect();

        assertThat(other.get(EVENTS).data()).isEmpty();
        assertThat(other.get(EVENTS + "/" + event).status()).isEqualTo(404);
        assertThat(other.post(EVENTS + "/" + event + "/replay", "{}").status()).isEqualTo(404);
        assertThat(other.get(EVENTS + "/x").code()).isEqualTo("INVALID_ID");
        assertThat(other.get(EVENTS + "/" + new ObjectId()).status()).isEqualTo(404);
    }

    @Test
    void aReplayOfAProcessedEventCountsNothingTwice() {
        subscribed.end(Subscribed.ended(id, "answered", 9));
        awaitDone(1);
        String event = fields(list(""), "id").getFirst();

        Reply replay = subscribed.connected().post(EVENTS + "/" + event + "/replay", "{}");

        assertThat(replay.status()).as(replay.text()).isEqualTo(200);
        assertThat(replay.data().path("status").asText()).isEqualTo("pending");
        awaitDone(1);
        assertThat(subscribed.count("total_calls")).isEqualTo(1);
        assertThat(subscribed.leads()).hasSize(1);
    }

    @Test
    void aReplayMendsWhatWasParked() {
        subscribed.end(Subscribed.ended(id, "answered", 9));
        awaitDone(1);
        String event = fields(list(""), "id").getFirst();
        WORLD.collection("calltrackingmetrics.events")
                .updateOne(eq(new ObjectId(event)), combine(set("status", "parked"), set("reason", "a bug")));

        subscribed.connected().post(EVENTS + "/" + event + "/replay", "{}");

        await().untilAsserted(() -> assertThat(fields(list(""), "status")).containsExactly("processed"));
    }

    @Test
    void whatIsNoCallEventIsNotReplayed() {
        subscribed.end("no json");
        String event = fields(list(""), "id").getFirst();

        assertThat(subscribed
                        .connected()
                        .post(EVENTS + "/" + event + "/replay", "{}")
                        .code())
                .isEqualTo("CONFLICT");
    }

    @Test
    void theLiveFeedNeedsAnIdOfItsOwn() {
        Reply reply = WORLD.api()
                .as(Tokens.of(subscribed.connected().account()))
                .send(WORLD.api()
                        .as(Tokens.of(subscribed.connected().account()))
                        .request(Api.BASE + "/" + subscribed.connected().id() + "/live")
                        .header("Last-Event-ID", "x")
                        .GET());

        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }
}
