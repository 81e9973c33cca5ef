package io.ctmconnect.credentials;

import com.mongodb.client.MongoDatabase;
import io.ctmconnect.auth.Caller;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** What the store holds of one account, and what may be there. */
record Account(List<Document> keys, List<Document> configs, List<Document> campaigns, List<Document> rows) {
    static Account of(LifeWorld world, Caller caller) {
        MongoDatabase database = world.database;
        ObjectId account = caller.account();
        Bson filter = eq("account_id", account);
        return new Account(
                all(database, KeyStore.COLLECTION, filter),
                all(database, "analytics.calltrackingmetrics.userconfig", filter),
                all(database, "campaigns", filter),
                all(database, "calltrackingmetrics.outbox", eq("payload.account", account)));
    }

    private static List<Document> all(MongoDatabase database, String collection, Bson filter) {
        return database.getCollection(collection).find(filter).into(new ArrayList<>());
    }

    /** Holds at every moment, whoever dies. */
    void assertLegal() {
        assertThat(keys).as("connections, as all but the first are revivals").hasSizeLessThanOrEqualTo(1);
        assertThat(configs).hasSizeLessThanOrEqualTo(1);
        assertNoneWithDisabledCampaigns(configs.stream().filter(this::isShown));
    }

    /** Holds at every moment too, unless somebody configures while another disconnects. */
    void assertConfigsGoFirst() {
        assertNoneWithDisabledCampaigns(configs.stream());
    }

    /** A disabled campaign tells which disconnect has disabled it: no config is older than that. */
    private void assertNoneWithDisabledCampaigns(Stream<Document> some) {
        List<Document> present = some.toList();
        turns().stream()
                .filter(mark -> disabledAt().anyMatch(mark.at()::equals))
                .forEach(mark -> assertThat(present)
                        .as("configs of before the disconnect that has disabled campaigns")
                        .noneMatch(config -> config.getLong("generation") <= mark.generation()));
    }

    private boolean isShown(Document config) {
        return keys.stream().filter(Account::isLive).anyMatch(key -> config.getLong("generation") >= generation(key));
    }

    /** Holds when all processes have ended and a worker has settled what they left. */
    void assertSettled() {
        assertLegal();
        assertThat(idsIn("held")).isEmpty();
        // No worker of these tests handles rows, so that every mark is still there: it is the record of what happened.
        assertThat(idsIn("ready")).as("notices are told of what happened").isEqualTo(idsOfTurns());
        assertLivesAsTurned();
    }

    void assertNoConfigWithoutConnection() {
        assertThat(configs).hasSizeLessThanOrEqualTo(isConnected() ? 1 : 0);
    }

    /** The turns follow each other as a life's do, and the last one says whether it is live. */
    private void assertLivesAsTurned() {
        boolean live = false;
        for (LifeMark mark : turns()) {
            assertThat(mark.turn() == Turn.ADDED)
                    .as("%s of a connection that is live: %s", mark, live)
                    .isEqualTo(!live);
            live = mark.turn() == Turn.ADDED || mark.turn() == Turn.KEPT;
        }
        assertThat(isConnected()).isEqualTo(live);
    }

    boolean isConnected() {
        return keys.stream().anyMatch(Account::isLive);
    }

    private static boolean isLive(Document key) {
        return key.get("deleted") == null;
    }

    private static long generation(Document key) {
        return key.get("generation", 0L);
    }

    long activeCampaigns() {
        return campaigns.stream()
                .filter(campaign -> Boolean.TRUE.equals(campaign.getBoolean("active")))
                .count();
    }

    private Stream<Instant> disabledAt() {
        return campaigns.stream()
                .flatMap(campaign -> Stream.ofNullable(campaign.getDate("disabled_at")))
                .map(Date::toInstant);
    }

    List<LifeMark> turns() {
        return keys.stream()
                .flatMap(Account::turns)
                .sorted(Comparator.comparingLong(LifeMark::version))
                .toList();
    }

    private static Stream<LifeMark> turns(Document key) {
        return key.get("unconfirmed", new Document()).values().stream()
                .map(Document.class::cast)
                .map(LifeMark::of);
    }

    private Set<String> idsOfTurns() {
        return keys.stream()
                .flatMap(key -> turns(key)
                        .map(mark ->
                                IntegrationNotice.taskId(mark.turn().type(), key.getObjectId("_id"), mark.version())))
                .collect(Collectors.toSet());
    }

    private Set<String> idsIn(String state) {
        return rows.stream()
                .filter(row -> state.equals(row.getString("state")))
                .map(row -> row.getString("_id"))
                .collect(Collectors.toSet());
    }
}
