package io.ctmconnect.outbox;

import io.ctmconnect.outbox.OutboxRow.Attempt;
import io.ctmconnect.outbox.Outcome.Done;
import io.ctmconnect.outbox.Outcome.GiveUp;
import io.ctmconnect.outbox.Outcome.TryAgain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Claim, handle, write down; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AttemptsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Outcome DONE = new Done();

    private StoredOutbox stored;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredOutbox(directory);
    }

    @AfterAll
    void close() {
        stored.close();
    }

    @BeforeEach
    void clear() {
        stored.clear();
    }

    private OutboxRow attempt(Task task, TaskHandler handler) {
        Attempts attempts = stored.attempts(handler);
        attempts.make(attempts.claim(task.id()).orElseThrow());
        return stored.row(task);
    }

    @Test
    void whatIsDoneIsDoneOnce() {
        Task task = stored.added();

        OutboxRow row = attempt(task, Handler.answering(DONE));

        assertThat(row.state()).isEqualTo(TaskState.DONE);
        assertThat(row.finishedAt()).isEqualTo(stored.now());
        assertThat(row.history()).containsExactly(new Attempt(stored.now(), "done"));
        Attempts attempts = stored.attempts(Handler.answering(DONE));
        stored.pass(DAY);
        assertThat(attempts.due(10)).isEmpty();
        assertThat(attempts.claim(task.id())).isEmpty();
    }

    @Test
    void anHourThatTheClockIsSetBackOrForthLosesNoTask() {
        for (Duration jump : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            Task fresh = stored.added();
            Task cutOff = stored.added();
            Attempts attempts = stored.attempts(Handler.answering(DONE));
            assertThat(attempts.claim(cutOff.id())).isPresent();

            stored.pass(jump);
            stored.pass(jump.isNegative() ? jump.negated().plus(OutboxRow.LEASE) : Duration.ZERO);

            assertThat(attempts.due(10)).containsExactlyInAnyOrder(fresh.id(), cutOff.id());
            assertThat(attempt(fresh, Handler.answering(DONE)).state()).isEqualTo(TaskState.DONE);
            assertThat(attempt(cutOff, Handler.answering(DONE)).state()).isEqualTo(TaskState.DONE);
        }
    }

    @Test
    void whatDoesNotWorkIsPutOffLongerEachTimeAndThenParked() {
        Task task = stored.added();
        List<Integer> numbers = new ArrayList<>();
        Handler failing = Handler.of((_, number) -> {
            numbers.add(number);
            return new TryAgain("busy");
        });

        for (Duration least : List.of(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2))) {
            OutboxRow row = attempt(task, failing);
            assertThat(row.state()).isEqualTo(TaskState.READY);
            assertThat(row.reason()).isEqualTo("busy");
            assertThat(row.dueAt())
                    .isBetween(
                            stored.now().plus(least),
                            stored.now().plus(least.multipliedBy(5).dividedBy(4)));
            assertThat(stored.attempts(failing).due(10)).isEmpty();
            stored.pass(Duration.between(stored.now(), row.dueAt()));
        }
        OutboxRow last = attempt(task, failing);

        assertThat(last.state()).isEqualTo(TaskState.PARKED);
        assertThat(last.reason()).isEqualTo("busy");
        assertThat(last.history()).hasSize(6);
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6).boxed().toList());
    }

    @Test
    void theOtherSidesWishOnlyMakesItLater() {
        Duration hour = Duration.ofHours(1);
        Task wished = stored.added();
        Task hurried = stored.added();

        assertThat(attempt(wished, Handler.answering(new TryAgain(Optional.of(hour), "later")))
                        .dueAt())
                .isEqualTo(stored.now().plus(hour));
        assertThat(attempt(hurried, Handler.answering(new TryAgain(Optional.of(Duration.ZERO), "now")))
                        .dueAt())
                .isAfterOrEqualTo(stored.now().plusSeconds(5));
    }

    @Test
    void whatIsGivenUpIsParkedAtOnce() {
        OutboxRow row = attempt(stored.added(), Handler.answering(new GiveUp("nobody there")));

        assertThat(row.state()).isEqualTo(TaskState.PARKED);
        assertThat(row.reason()).isEqualTo("nobody there");
    }

    @Test
    void anExceptionIsTriedAgainAndItsMessageIsNotKept() {
        OutboxRow row = attempt(stored.added(), Handler.of((_, _) -> {
            throw new IllegalStateException("somebody@example.com");
        }));

        assertThat(row.state()).isEqualTo(TaskState.READY);
        assertThat(row.reason()).isEqualTo("failed: IllegalStateException");
    }

    @Test
    void aRowIsLeasedToOneProcessUntilTheLeaseEnds() {
        Task task = stored.added();
        Attempts one = stored.attempts(Handler.answering(DONE));
        Attempts other = stored.attempts(Handler.answering(DONE));

        OutboxRow lost = one.claim(task.id()).orElseThrow();
        assertThat(other.due(10)).isEmpty();
        assertThat(other.claim(task.id())).isEmpty();
        stored.pass(OutboxRow.LEASE);

        assertThat(other.due(10)).containsExactly(task.id());
        OutboxRow taken = other.claim(task.id()).orElseThrow();
        one.make(lost);
        assertThat(stored.row(task)).as("a lost lease changes nothing").isEqualTo(taken);
        one.giveBack(lost);
        assertThat(stored.row(task)).isEqualTo(taken);
    }

    @Test
    void aLeaseThatIsGivenBackCostsNoAttempt() {
        Task task = stored.added();
        Attempts attempts = stored.attempts(Handler.answering(DONE));

        attempts.giveBack(attempts.claim(task.id()).orElseThrow());

        assertThat(stored.row(task).attempts()).isZero();
        assertThat(attempts.due(10)).containsExactly(task.id());
    }

    @Test
    void aTaskThatKillsEveryProcessIsParked() {
        Task task = stored.added();
        Attempts attempts = stored.attempts(Handler.answering(DONE));
        for (int deaths = 0; deaths < RetrySchedule.ATTEMPTS; deaths++) {
            assertThat(attempts.claim(task.id())).isPresent();
            stored.pass(OutboxRow.LEASE);
        }

        assertThat(attempt(task, Handler.answering(DONE)).state()).isEqualTo(TaskState.PARKED);
    }

    @Test
    void unknownKindsAndNewerVersionsAreLeftToOthers() {
        Task unknown = StoredOutbox.newTask("unknown", 1);
        Task newer = StoredOutbox.newTask(StoredOutbox.KIND, 2);
        stored.outbox.add(unknown);
        stored.outbox.add(newer);

        assertThat(stored.attempts(Handler.answering(DONE)).due(10)).isEmpty();
        assertThat(stored.attempts(List.of(), List.of()).due(10)).isEmpty();
        assertThat(stored.attempts(new Handler(StoredOutbox.KIND, 2, (_, _) -> DONE))
                        .due(10))
                .containsExactly(newer.id());
    }

    @Test
    void anOldRowGoesToTheHandlerOfNewerVersions() {
        Task task = stored.added();

        assertThat(attempt(task, new Handler(StoredOutbox.KIND, 3, (_, _) -> DONE))
                        .state())
                .isEqualTo(TaskState.DONE);
    }

    @Test
    void eachAttemptIsCounted() {
        attempt(stored.added(), Handler.answering(DONE));

        assertThat(stored.metrics
                        .get("outbox.attempts")
                        .tags("kind", StoredOutbox.KIND, "outcome", "done")
                        .counter()
                        .count())
                .isPositive();
    }
}
