package io.ctmconnect.outbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Taking work on, on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OutboxTest {
    private StoredOutbox stored;
    private Outbox outbox;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredOutbox(directory);
        outbox = stored.outbox;
    }

    @AfterAll
    void close() {
        stored.close();
    }

    private OutboxRow row(Task task) {
        return stored.row(task);
    }

    @Test
    void anAddedTaskIsReadyAtOnceAndComesBackAsItWas() {
        Task task = StoredOutbox.newTask();

        outbox.add(task);

        assertThat(row(task)).isEqualTo(OutboxRow.ready(task, stored.now()));
    }

    @Test
    void aTaskThatIsAddedAgainIsLeftAsItIsInAnyState() {
        for (TaskState state : TaskState.values()) {
            Task task = StoredOutbox.newTask();
            OutboxRow there = bring(task, state);

            outbox.add(task);
            outbox.hold(task);

            assertThat(row(task)).isEqualTo(there);
        }
    }

    @Test
    void aHeldTaskIsReadyWhenItIsReleased() {
        Task task = StoredOutbox.newTask();

        outbox.hold(task);
        assertThat(row(task)).isEqualTo(OutboxRow.held(task, stored.now()));
        assertThat(outbox.isHeld(task.id())).isTrue();
        outbox.release(task);

        assertThat(row(task).state()).isEqualTo(TaskState.READY);
        assertThat(row(task).dueAt()).isEqualTo(stored.now());
        assertThat(outbox.isHeld(task.id())).isFalse();
    }

    @Test
    void aReleaseBringsBackWhatIsGoneOrDroppedAndNothingElse() {
        Task gone = StoredOutbox.newTask();
        outbox.release(gone);
        assertThat(row(gone).state()).isEqualTo(TaskState.READY);

        for (TaskState state : TaskState.values()) {
            Task task = StoredOutbox.newTask();
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
            Task task = StoredOutbox.newTask();
            OutboxRow there = bring(task, state);

            outbox.drop(task.id());

            if (state == TaskState.HELD) {
                assertThat(row(task).state()).isEqualTo(TaskState.DROPPED);
                assertThat(row(task).finishedAt()).isEqualTo(stored.now());
            } else {
                assertThat(row(task)).isEqualTo(there);
            }
        }
    }

    @Test
    void whoHasSeenAnOlderRowChangesNothing() {
        Task task = StoredOutbox.newTask();
        outbox.add(task);
        OutboxRow seen = row(task);
        OutboxRow claimed =
                stored.store.change(seen.claimed("one", stored.now())).orElseThrow();

        assertThat(stored.store.change(seen.claimed("other", stored.now()))).isEmpty();

        assertThat(row(task)).isEqualTo(claimed);
    }

    private OutboxRow bring(Task task, TaskState state) {
        OutboxRow row = OutboxRow.held(task, stored.now());
        OutboxRow wanted = switch (state) {
            case HELD -> row;
            case READY -> row.released(stored.now());
            case DONE ->
                row.released(stored.now()).claimed("owner", stored.now()).done(stored.now());
            case DROPPED -> row.dropped("because", stored.now());
            case PARKED ->
                row.released(stored.now()).claimed("owner", stored.now()).parked("because", stored.now());
        };
        stored.store.insert(wanted);
        return wanted;
    }
}
