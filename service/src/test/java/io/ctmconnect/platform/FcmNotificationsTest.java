package io.ctmconnect.platform;

import io.ctmconnect.platform.PushRecord.Result;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class FcmNotificationsTest {
    private static final Instant FIRST = Instant.parse("2026-03-31T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-31T12:00:05Z");

    private PlatformDatabase platform;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
    }

    @AfterAll
    void close() {
        platform.close();
    }

    private static PushRecord push(ObjectId sentBy) {
        PushRecord.Text text = new PushRecord.Text(
                "project_added", "projects", "Title", "Body", "https://app.example/analytics", Map.of("k", "v"));
        return new PushRecord(new ObjectId(), new ObjectId(), new ObjectId(), sentBy, text);
    }

    private void save(Instant at, PushRecord push, Result... results) {
        platform.notifications(() -> at).save(push, List.of(results));
    }

    private Document stored(PushRecord push) {
        return Objects.requireNonNull(platform.collection("fcm.notifications")
                .find(new Document("_id", push.id()))
                .first());
    }

    @Test
    void aRecordHasThePlatformsFields() {
        PushRecord push = push(new ObjectId());

        save(FIRST, push, new Result("hash-1", "projects/p/messages/1", null), new Result("hash-2", null, "X"));

        assertThat(stored(push))
                .isEqualTo(new Document("_id", push.id())
                        .append("account", push.account())
                        .append("users", List.of(push.user()))
                        .append("type", "project_added")
                        .append("module", "projects")
                        .append(
                                "message",
                                new Document("success", 1)
                                        .append("failure", 1)
                                        .append(
                                                "results",
                                                List.of(
                                                        new Document("message_id", "projects/p/messages/1"),
                                                        new Document("error", "X")))
                                        .append("title", "Title")
                                        .append("body", "Body")
                                        .append("data", new Document("k", "v"))
                                        .append("click_action", "https://app.example/analytics"))
                        .append("sent_by", push.sentBy())
                        .append("read_by", List.of())
                        .append("removed_by", List.of())
                        .append(
                                "metadata",
                                new Document("origin", "calltrackingmetrics")
                                        .append("tokens", List.of("hash-1", "hash-2")))
                        .append("createdAt", Date.from(FIRST))
                        .append("updatedAt", Date.from(FIRST)));
    }

    @Test
    void aRecordThatIsWrittenAgainKeepsWhoHasReadIt() {
        PushRecord push = push(new ObjectId());
        save(FIRST, push);
        ObjectId reader = new ObjectId();
        platform.collection("fcm.notifications")
                .updateOne(new Document("_id", push.id()), new Document("$push", new Document("read_by", reader)));

        save(SECOND, push, new Result("hash", "m", null));

        Document stored = stored(push);
        assertThat(stored.getList("read_by", ObjectId.class)).containsExactly(reader);
        assertThat(stored.getDate("createdAt")).isEqualTo(Date.from(FIRST));
        assertThat(stored.getDate("updatedAt")).isEqualTo(Date.from(SECOND));
        assertThat(stored.get("message", Document.class).get("success")).isEqualTo(1);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        PushRecord push = push(new ObjectId());
        Result sent = new Result("hash-1", "m", null);
        Result failed = new Result("hash-2", null, "UNREGISTERED");
        save(FIRST, push, sent, failed);

        assertThat(platform.notifications(() -> SECOND).results(push.id())).containsExactly(sent, failed);
        assertThat(platform.notifications(() -> SECOND).results(new ObjectId())).isEmpty();
    }
}
