package io.ctmconnect.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.ctmconnect.embedded.EmbeddedMongo;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** The platform's campaigns, on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CampaignsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00.123Z");

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoCollection<Document> stored;
    private Campaigns campaigns;
    private ObjectId account;

    @BeforeAll
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        stored = client.getDatabase("test").getCollection("campaigns");
        campaigns = TestPlatform.campaigns(client.getDatabase("test"));
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @BeforeEach
    void newAccount() {
        account = new ObjectId();
    }

    private Document add(String integration, @Nullable Boolean active) {
        Document campaign = new Document("_id", new ObjectId())
                .append("account_id", account)
                .append("integration", integration)
                .append("metrics", new Document("total_calls", 3));
        if (active != null) {
            campaign.append("active", active);
        }
        stored.insertOne(campaign);
        return campaign;
    }

    private void change(Document campaign, String field, Object value) {
        stored.updateOne(eq(campaign.get("_id")), set(field, value));
    }

    private Document now(Document campaign) {
        Document found = stored.find(eq(campaign.get("_id"))).first();
        assertThat(found).isNotNull();
        return new Document(found);
    }

    @Test
    void activeOnesAreDisabledAndNothingElseOfThemIsChanged() {
        Document active = add("calltrackingmetrics", true);
        Document unsaid = add("calltrackingmetrics", null);

        campaigns.disable(account, NOW);

        for (Document campaign : List.of(active, unsaid)) {
            assertThat(now(campaign))
                    .isEqualTo(new Document(campaign)
                            .append("active", false)
                            .append("disabled_at", Date.from(NOW))
                            .append("disabled_reason", "integration_disconnected"));
        }
        assertThat(campaigns.countActive(account)).isZero();
        assertThat(campaigns.countDisabled(account, NOW)).isEqualTo(2);
    }

    @Test
    void inactiveDeletedAndForeignOnesStayAsTheyAre() {
        Document inactive = add("calltrackingmetrics", false);
        change(inactive, "disabled_reason", "budget");
        Document deleted = add("calltrackingmetrics", true);
        change(deleted, "deleted", Date.from(NOW));
        Document other = add("webhook", true);
        List<Document> before = List.of(now(inactive), now(deleted), now(other));

        campaigns.disable(account, NOW);
        campaigns.disable(new ObjectId(), NOW);

        assertThat(List.of(now(inactive), now(deleted), now(other))).isEqualTo(before);
        assertThat(campaigns.countDisabled(account, NOW)).isZero();
    }

    @Test
    void whatWasSwitchedOnSinceIsLeftAloneByTheSameDisconnect() {
        Document campaign = add("calltrackingmetrics", true);
        campaigns.disable(account, NOW);
        change(campaign, "active", true);

        campaigns.disable(account, NOW);
        assertThat(campaigns.countActive(account)).isEqualTo(1);
        campaigns.disable(account, NOW.plusSeconds(1));

        assertThat(campaigns.countActive(account)).isZero();
    }

    @Test
    void webhooksAreReadInEveryFormAndOnceEach() {
        Document listed = add("calltrackingmetrics", true);
        change(listed, "integration_data", data("482913", "webhook_ids", List.of("61544", 61_545L)));
        Document single = add("calltrackingmetrics", false);
        change(single, "integration_data", data(482_914, "webhook_id", "61546"));
        change(add("calltrackingmetrics", true), "integration_data", data("482913", "webhook_ids", List.of("61544")));
        add("calltrackingmetrics", true);
        change(add("webhook", true), "integration_data", data("482913", "webhook_ids", List.of("1")));

        assertThat(campaigns.webhooks(account))
                .containsExactlyInAnyOrder(
                        new CampaignWebhook("482913", "61544"),
                        new CampaignWebhook("482913", "61545"),
                        new CampaignWebhook("482914", "61546"));
    }

    @Test
    void whatIsNoIdIsLeftOut() {
        for (Object id : List.of("../1", "", "61544/x", new Document())) {
            change(add("calltrackingmetrics", true), "integration_data", data("482913", "webhook_ids", List.of(id)));
            change(add("calltrackingmetrics", true), "integration_data", data(id, "webhook_id", "61544"));
        }
        change(add("calltrackingmetrics", true), "integration_data", "none");
        change(add("calltrackingmetrics", true), "integration_data", new Document("webhook_ids", List.of("61544")));

        assertThat(campaigns.webhooks(account)).isEmpty();
    }

    private static Document data(Object ctmAccount, String field, Object ids) {
        return new Document("calltracking_account_id", ctmAccount).append(field, ids);
    }
}
