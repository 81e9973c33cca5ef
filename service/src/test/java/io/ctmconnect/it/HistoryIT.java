package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The past of a CTM account is read back when it is chosen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HistoryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLS = 3;

    private World world;

    @BeforeAll
    void start() {
        world = World.ofToday(40, Map.of("HISTORY_MONTHS", "1"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void awaitComplete(Swept swept) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(swept.history().path("status").asText()).isEqualTo("complete"));
    }

    private static LocalDate day(JsonNode day) {
        return LocalDate.parse(day.asText());
    }

    @Test
    void killsInTheMiddleLoseNothingAndReadNothingTwice() {
        world.control.fault("{\"kind\":\"slow\",\"delay_ms\":100,\"match\":{\"path\":\"/calls/search\"}}");
        Swept swept = Swept.chosen(world);
        for (int kill = 0; kill < KILLS; kill++) {
            long days = read(swept);
            long enough = days + ThreadLocalRandom.current().nextInt(1, 8);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> read(swept) >= enough);
            world.service.kill();
            world.restart();
            // The lease of the process that died ends now, and not in a minute.
            await().ignoreExceptions()
                    .until(() -> swept.readings()
                            .updateMany(new Document(), set("leased_until", Date.from(Instant.EPOCH)))
                            .wasAcknowledged());
        }
        world.control.clearFaults();
        Swept again = swept.asCaller();
        awaitComplete(again);

        JsonNode history = again.history();
        LocalDate from = day(history.path("from"));
        assertThat(day(history.path("reached"))).isEqualTo(from);
        int daysAgo = (int) from.datesUntil(LocalDate.now(Swept.ZONE)).count();
        Map<String, String> atCtm = again.atCtm(daysAgo);
        assertThat(atCtm).hasSizeGreaterThan(500);
        assertThat(again.stored()).isEqualTo(atCtm);
        assertThat(history.path("calls").asInt()).isEqualTo(atCtm.size());
        assertThat(history.path("unsure_days").asInt(-1)).isZero();
        assertThat(world.collection("analytics.calltrackingmetrics.calls")
                        .countDocuments(ne("countings", new Document())))
                .isZero();
    }

    /** Days that were read. */
    private static long read(Swept swept) {
        return swept.ownReadings().stream()
                .map(reading -> reading.get("history", new Document()))
                .filter(history -> history.getString("reached") != null)
                .mapToLong(history -> LocalDate.parse(history.getString("reached"))
                        .datesUntil(LocalDate.now(Swept.ZONE).plusDays(1))
                        .count())
                .sum();
    }

    @Test
    void anotherChoiceBeginsAnotherHistoryAndADisconnectEndsIt() {
        Swept swept = Swept.chosen(world).asCaller();
        awaitComplete(swept);

        swept.choose("482914");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(swept.ownReadings())
                        .singleElement()
                        .extracting(reading -> reading.getString("calltracking_account_id"))
                        .isEqualTo("482914"));
        awaitComplete(swept);
        swept.connected().caller().delete("/auth");
        await().atMost(PATIENCE).until(() -> swept.ownReadings().isEmpty());
    }

    @Test
    void withoutAConfigThereIsNothingToRead() {
        Swept swept = new Swept(world, world.connect());

        assertThat(swept.history().path("status").asText()).isEqualTo("off");
        assertThat(swept.reconciliation().path("status").asText()).isEqualTo("off");
    }
}
