package io.ctmconnect.outbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.ctmconnect.embedded.EmbeddedMongo;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** Taking work on, on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private EmbeddedMongo server;
    private MongoClient client;
    private OutboxStore store;
    private Outbox outbox;

    @BeforeAll
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        store = new OutboxStore(client.getDatabase("test"));
        outbox = new Outbox(store, new WakeUp(), () -> NOW);
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    private static Task newTask() {
        return new Task("task:" + new ObjectId(), "greeting", 1, new Document("to", "somebody").append("n", 7L));
    }

    private OutboxRow row(Task task) {
        return store.find(task.id()).orElseThrow();
    }

    @Test
    void anAddedTaskIsReadyAtOnceAndComesBackAsItWas() {
        Task task = newTask();

        outbox.add(task);

        assertThat(row(task)).isEqualTo(OutboxRow.ready(task, NOW));
    }

    @Test
    void aTaskThatIsAddedAgainIsLeftAsItIsInAnyState() {
        for (TaskState state : TaskState.values()) {
            Task task = newTask();
            OutboxRow there = bring(task, state);

            outbox.add(task);
            outbox.hold(task);

            assertThat(row(task)).isEqualTo(there);
        }
    }

    @Test
    void aHeldTaskIsReadyWhenItIsReleased() {
        Task task = newTask();

        outbox.hold(task);
        assertThat(row(task)).isEqualTo(OutboxRow.held(task, NOW));
        assertThat(outbox.isHeld(task.id())).isTrue();
        outbox.release(task);

        assertThat(row(task).state()).isEqualTo(TaskState.READY);
        assertThat(row(task).dueAt()).isEqualTo(NOW);
        assertThat(outbox.isHeld(task.id())).isFalse();
    }

    @Test
    void aReleaseBringsBackWhatIsGoneOrDroppedAndNothingElse() {
        Task gone = newTask();
        outbox.release(gone);
        assertThat(row(gone).state()).isEqualTo(TaskState.READY);

        for (TaskState state : TaskState.values()) {
            Task task = newTask();
            OutboxRow there = bring(task, state);

            outbox.release(task);

            switch (state) {
                case HELD, DROPPED -> assertThat(row(task).state()).isEqualTo(TaskState.READY);
                case READY, DONE, PARKED -> assertThat(row(task)).isEqualTo(there);
            }
        }
    }

    @Test
    void onlyAHeldTaskIsDropped() {
        outbox.drop("nobody knows it");

        for (TaskState state : TaskState.values()) {
            Task task = newTask();
            OutboxRow there = bring(task, state);

            outbox.drop(task.id());

            if (state == TaskState.HELD) {
                assertThat(row(task).state()).isEqualTo(TaskState.DROPPED);
                assertThat(row(task).finishedAt()).isEqualTo(NOW);
            } else {
                assertThat(row(task)).isEqualTo(there);
            }
        }
    }

    @Test
    void whoHasSeenAnOlderRowChangesNothing() {
        Task task = newTask();
        outbox.add(task);
        OutboxRow seen = row(task);
        OutboxRow claimed = store.change(seen.claimed("one", NOW)).orElseThrow();

        assertThat(store.change(seen.claimed("other", NOW))).isEmpty();

        assertThat(row(task)).isEqualTo(claimed);
    }

    private OutboxRow bring(Task task, TaskState state) {
        OutboxRow row = OutboxRow.held(task, NOW);
        OutboxRow wanted = switch (state) {
            case HELD -> row;
            case READY -> row.released(NOW);
            case DONE -> row.released(NOW).claimed("owner", NOW).done(NOW);
            case DROPPED -> row.dropped("because", NOW);
            case PARKED -> row.released(NOW).claimed("owner", NOW).parked("because", NOW);
        };
        store.insert(wanted);
        return wanted;
    }
}
