package io.ctmconnect.outbox;

import io.ctmconnect.outbox.Outcome.Done;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows whose release did not come; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HeldRowsTest {
    private StoredOutbox stored;
    private Task task;
    private final List<Task> forgotten = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredOutbox(directory);
    }

    @AfterAll
    void close() {
        stored.close();
    }

    @BeforeEach
    void hold() {
        stored.clear();
        forgotten.clear();
        task = StoredOutbox.newTask();
        stored.outbox.hold(task);
    }

    private record Keeper(String kind, int version, Function<Task, Fact> answer, List<Task> forgotten)
            implements FactKeeper {
        @Override
        public Fact ask(Task task) {
            return answer.apply(task);
        }

        @Override
        public void forget(Task task) {
            forgotten.add(task);
        }
    }

    private Keeper keeper(Function<Task, Fact> answer) {
        return new Keeper(StoredOutbox.KIND, 1, answer, forgotten);
    }

    private OutboxRow settledBy(FactKeeper keeper) {
        new HeldRows(stored.store, stored.outbox, List.of(keeper), stored::now).settle();
        return stored.row(task);
    }

    @Test
    void nobodyAsksWhileTheRequestMayStillRun() {
        OutboxRow row = settledBy(keeper(_ -> Fact.NEVER));

        assertThat(row).isEqualTo(OutboxRow.held(task, stored.now()));
    }

    @Test
    void whatHappenedIsReady() {
        stored.pass(OutboxRow.PATIENCE);

        assertThat(settledBy(keeper(_ -> Fact.HAPPENED)).state()).isEqualTo(TaskState.READY);
    }

    @Test
    void whatNeverHappensIsDropped() {
        stored.pass(OutboxRow.PATIENCE);

        assertThat(settledBy(keeper(_ -> Fact.NEVER)).state()).isEqualTo(TaskState.DROPPED);
    }

    @Test
    void whatIsNotKnownOrCannotBeAskedIsAskedAgainLater() {
        List<Function<Task, Fact>> answers = List.of(_ -> Fact.NOT_YET, _ -> {
            throw new IllegalStateException("cannot tell");
        });
        for (Function<Task, Fact> answer : answers) {
            stored.pass(OutboxRow.PATIENCE);

            OutboxRow row = settledBy(keeper(answer));

            assertThat(row.state()).isEqualTo(TaskState.HELD);
            assertThat(row.dueAt()).isEqualTo(stored.now().plus(OutboxRow.PATIENCE));
        }
    }

    @Test
    void aNewerVersionIsLeftToANewerProcess() {
        Task newer = StoredOutbox.newTask(StoredOutbox.KIND, 2);
        stored.outbox.hold(newer);
        stored.pass(OutboxRow.PATIENCE);

        settledBy(keeper(_ -> Fact.NEVER));

        assertThat(stored.row(newer).state()).isEqualTo(TaskState.HELD);
    }

    @Test
    void aHeldRowIsNotHandledAndTheFactIsForgottenWhenAnotherIs() {
        Attempts attempts =
                stored.attempts(List.of(Handler.answering(new Done())), List.of(keeper(_ -> Fact.HAPPENED)));
        stored.pass(OutboxRow.PATIENCE);
        assertThat(attempts.due(10)).isEmpty();
        assertThat(attempts.claim(task.id())).isEmpty();

        stored.outbox.release(task);
        attempts.make(attempts.claim(task.id()).orElseThrow());

        assertThat(forgotten).containsExactly(task);
    }
}
