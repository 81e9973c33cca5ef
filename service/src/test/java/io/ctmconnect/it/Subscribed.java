package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A campaign that is subscribed to the calls of a CTM account.
 *
 * @param token what the webhooks' addresses carry
 */
record Subscribed(World world, Connected connected, ObjectId campaign, String ctmAccount, String token) {
    /** Above the ids that the sandbox gives. */
    private static final AtomicLong CALL_IDS = new AtomicLong(7_000_000_000L + System.nanoTime() % 1_000_000_000L);

    /** A new campaign of the connected account. */
    static Subscribed to(World world, Connected connected, String ctmAccount, String events) {
        ObjectId campaign = new ObjectId();
        world.collection("campaigns")
                .insertOne(new Document("_id", campaign).append("account_id", new ObjectId(connected.account())));
        Reply reply = connected.post(
                "/webhook",
                "{\"campaign_id\":\"%s\",\"calltracking_account_id\":\"%s\",\"events\":%s}"
                        .formatted(campaign, ctmAccount, events));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        String webhook = reply.data().path("webhook_id").asText();
        String address = CtmWebhooks.all(world.sandbox.apiBaseUrl(), ctmAccount).stream()
                .filter(one -> webhook.equals(one.path("id").asText()))
                .map(one -> one.path("weburl").asText())
                .findFirst()
                .orElseThrow();
        return new Subscribed(world, connected, campaign, ctmAccount, address.replaceAll(".*\\?s=|&e=.*", ""));
    }

    static Subscribed to(World world) {
        return to(world, world.connect(), "482913", "[\"call.completed\",\"call.received\"]");
    }

    static long newCallId() {
        return CALL_IDS.incrementAndGet();
    }

    /** A finished call's event, as CTM sends it. */
    static String ended(long id, String status, int duration) {
        return ("{\"id\":%d,\"sid\":\"CA%d\",\"account_id\":482913,\"direction\":\"inbound\",\"call_status\":\"%s\","
                        + "\"dial_status\":\"%s\",\"duration\":%d,\"talk_time\":%d,\"unix_time\":1773754951,"
                        + "\"indexed_at\":1773755169.412,\"caller_number\":\"+14105550129\",\"name\":\"Dana\"}")
                .formatted(id, id, status, status, duration, "answered".equals(status) ? duration - 5 : 0);
    }

    /** A call's event while it rings. */
    static String started(long id) {
        return ("{\"id\":%d,\"sid\":\"CA%d\",\"account_id\":482913,\"direction\":\"inbound\","
                        + "\"dial_status\":\"ringing\",\"unix_time\":1773754951,\"indexed_at\":1773754952.1}")
                .formatted(id, id);
    }

    /** Sends an event to this campaign's address. */
    Reply send(String event, String body) {
        return send(world.api(), token, event, body, "", "");
    }

    static Reply send(Api api, String token, String event, String body, String time, String signature) {
        String query = (token.isEmpty() ? "" : "s=" + token + "&") + (event.isEmpty() ? "" : "e=" + event);
        var request = api.request(Api.BASE + "/webhook/call-update?" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!signature.isEmpty()) {
            request.header("X-CTM-Time", time).header("X-CTM-Signature", signature);
        }
        return api.send(request);
    }

    Reply end(String body) {
        return send("call.completed", body);
    }

    /** The campaign's metrics; empty before the first count. */
    Document metrics() {
        Document found = Objects.requireNonNull(
                world.collection("campaigns").find(eq(campaign)).first());
        return found.get("metrics", new Document());
    }

    long count(String metric) {
        return metrics().get(metric) instanceof Number number ? number.longValue() : 0;
    }

    /** The stored calls that count for this campaign. */
    List<Document> counted() {
        return world.collection("analytics.calltrackingmetrics.calls")
                .find(exists("countings." + campaign.toHexString()))
                .into(new ArrayList<>());
    }

    /** So many calls are stored, and metrics and leads are those of a recount of them. */
    void assertExact(int calls) {
        List<Document> counted = counted();
        assertThat(counted).hasSize(calls).allMatch(call -> call.getBoolean("finished"));
        assertThat(count("total_calls")).isEqualTo(calls);
        assertThat(count("answered_calls"))
                .isEqualTo(counted.stream()
                        .filter(call -> "answered".equals(call.getString("call_status")))
                        .count());
        assertThat(count("total_duration"))
                .isEqualTo(counted.stream()
                        .mapToLong(call -> call.getLong("duration"))
                        .sum());
        assertThat(leads())
                .extracting(lead -> lead.get("data", Document.class).getString("call_id"))
                .doesNotHaveDuplicates()
                .hasSize(calls);
    }

    List<Document> leads() {
        return world.collection("inbound.leads")
                .find(eq("campaign_id", campaign))
                .into(new ArrayList<>());
    }

    /** What is archived of this campaign's events. */
    List<Document> archived() {
        return world.collection("calltrackingmetrics.events")
                .find(eq("campaign_id", campaign))
                .into(new ArrayList<>());
    }

    /** How many of this campaign's events wait to be worked off. */
    long waiting() {
        return world.collection("calltrackingmetrics.inbox").countDocuments(eq("campaign_id", campaign));
    }

    Document call(long id) {
        return Objects.requireNonNull(world.collection("analytics.calltrackingmetrics.calls")
                .find(eq(ctmAccount + ":" + id))
                .first());
    }

    /** A value of a data route of this connection. */
    JsonNode data(String path) {
        return connected.get(path).data();
    }
}
