package io.ctmconnect.outbox;

import io.ctmconnect.outbox.Outcome.Done;
import io.ctmconnect.outbox.Outcome.GiveUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators do; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OutboxDeskStoreTest {
    private StoredOutbox stored;
    private OutboxDeskStore desk;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredOutbox(directory);
        desk = new OutboxDeskStore(stored.database, stored::now);
    }

    @AfterAll
    void close() {
        stored.close();
    }

    @BeforeEach
    void clear() {
        stored.clear();
    }

    private Task attempted(Outcome outcome) {
        stored.pass(Duration.ofSeconds(1));
        Task task = stored.added();
        attempt(task, outcome);
        return task;
    }

    private void attempt(Task task, Outcome outcome) {
        Attempts attempts = stored.attempts(Handler.answering(outcome));
        attempts.make(attempts.claim(task.id()).orElseThrow());
    }

    @Test
    void rowsAreListedTheNewestFirst() {
        Task older = attempted(new GiveUp("no such recipient"));
        Task newer = attempted(new Done());

        assertThat(desk.list(Optional.empty(), 10))
                .extracting(row -> row.task().id())
                .containsExactly(newer.id(), older.id());
        assertThat(desk.list(Optional.empty(), 1)).hasSize(1);
        assertThat(desk.list(Optional.of(TaskState.PARKED), 10)).singleElement().satisfies(row -> {
            assertThat(row.task().id()).isEqualTo(older.id());
            assertThat(row.reason()).isEqualTo("no such recipient");
        });
    }

    @Test
    void aParkedRowIsReleasedWithAllItsAttempts() {
        Task task = attempted(new GiveUp("no such recipient"));

        assertThat(desk.release(task.id())).isTrue();

        OutboxRow released = desk.find(task.id()).orElseThrow();
        assertThat(released.state()).isEqualTo(TaskState.READY);
        assertThat(released.attempts()).isZero();
        assertThat(released.history()).hasSize(1);
        attempt(task, new Done());
        assertThat(stored.row(task).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void nothingElseIsReleased() {
        Task held = StoredOutbox.newTask();
        stored.outbox.hold(held);
        Task done = attempted(new Done());

        assertThat(desk.release(held.id())).isFalse();
        assertThat(desk.release(done.id())).isFalse();
        assertThat(desk.release("nothing")).isFalse();
        assertThat(stored.row(held).state()).isEqualTo(TaskState.HELD);
        assertThat(stored.row(done).state()).isEqualTo(TaskState.DONE);
    }
}
