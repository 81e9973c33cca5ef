package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A connection whose CTM account 482913 is swept when a test wants it. */
record Swept(World world, Connected connected) {
    static final String CTM_ACCOUNT = "482913";
    /** Of that CTM account. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A new connection that has chosen the CTM account; its first sweep is done. */
    static Swept begin(World world) {
        Swept swept = chosen(world);
        swept.awaitFirstSweep();
        return swept;
    }

    /** A new connection that has chosen the CTM account. */
    static Swept chosen(World world) {
        Connected connected = world.connect();
        Swept swept = new Swept(world, connected);
        swept.choose(CTM_ACCOUNT);
        return swept;
    }

    /** The same after the service was started again. */
    Swept asCaller() {
        return new Swept(
                world, new Connected(connected.account(), world.callerOf(connected.account()), connected.id()));
    }

    void choose(String ctmAccount) {
        assertThat(connected
                        .caller()
                        .post(
                                "/auth/config",
                                "{\"token\":\"%s\",\"account_id\":\"%s\"}".formatted(connected.id(), ctmAccount))
                        .status())
                .isEqualTo(200);
    }

    MongoCollection<Document> readings() {
        return world.collection("calltrackingmetrics.readings");
    }

    List<Document> ownReadings() {
        return readings().find(eq("token_id", new ObjectId(connected.id()))).into(new ArrayList<>());
    }

    private Document reading() {
        return Objects.requireNonNullElseGet(
                readings().find(eq(connected.id() + ":" + CTM_ACCOUNT)).first(), Document::new);
    }

    private @Nullable Instant lastAt() {
        Date at = reading().get("sweeps", new Document()).getDate("last_at");
        return at == null ? null : at.toInstant();
    }

    void awaitFirstSweep() {
        if (lastAt() == null) {
            awaitSweepAfter(null);
        }
    }

    private void awaitSweepAfter(@Nullable Instant before) {
        await().atMost(PATIENCE).until(() -> !Objects.equals(lastAt(), before));
    }

    /** Makes a sweep due, and waits for its end. */
    JsonNode sweep() {
        Instant before = lastAt();
        makeDue();
        awaitSweepAfter(before);
        return reconciliation();
    }

    /** Makes a sweep due. */
    void makeDue() {
        readings().updateOne(eq(connected.id() + ":" + CTM_ACCOUNT), set("sweep_due", Date.from(Instant.EPOCH)));
    }

    boolean isDue() {
        return reading().getDate("sweep_due").toInstant().equals(Instant.EPOCH);
    }

    /** What GET /auth says of sweeps. */
    JsonNode reconciliation() {
        return connected.caller().get("/auth").data().path("reconciliation");
    }

    /** What GET /auth says of the past. */
    JsonNode history() {
        return connected.caller().get("/auth").data().path("history");
    }

    /** CTM's calls from so many days ago up to now, by id: their statuses and lengths. */
    Map<String, String> atCtm(int daysAgo) {
        LocalDate today = LocalDate.now(ZONE);
        Map<String, String> calls = new TreeMap<>();
        JsonNode page;
        int number = 1;
        do {
            page = connected
                    .get("/accounts/%s/calls?limit=100&page=%d&start_date=%s&end_date=%s"
                            .formatted(CTM_ACCOUNT, number++, today.minusDays(daysAgo), today))
                    .json();
            page.path("data")
                    .forEach(call -> calls.put(
                            call.path("id").asText(),
                            call.path("call_status").asText() + " "
                                    + call.path("duration").asText()));
        } while (number <= page.path("pagination").path("total_pages").asInt());
        return calls;
    }

    /** The stored calls in the same form. */
    Map<String, String> stored() {
        Map<String, String> calls = new TreeMap<>();
        world.collection("analytics.calltrackingmetrics.calls")
                .find(eq("ctm_account", CTM_ACCOUNT))
                .forEach(call -> calls.put(
                        call.getString("call_id"), call.getString("call_status") + " " + call.get("duration")));
        return calls;
    }
}
