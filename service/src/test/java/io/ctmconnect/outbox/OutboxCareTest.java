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

import static org.assertj.core.api.Assertions.assertThat;

/** Metrics and retention; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OutboxCareTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private StoredOutbox stored;
    private OutboxCare care;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredOutbox(directory);
        care = new OutboxCare(new OutboxCareStore(stored.database), stored.metrics, stored::now);
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
        Task task = stored.added();
        Attempts attempts = stored.attempts(Handler.answering(outcome));
        attempts.make(attempts.claim(task.id()).orElseThrow());
        return task;
    }

    private void takeCareAfter(Duration time) {
        stored.pass(time);
        care.take();
    }

    private double rows(TaskState state) {
        return stored.metrics
                .get("outbox.rows")
                .tags("kind", StoredOutbox.KIND, "state", state.wire())
                .gauge()
                .value();
    }

    private double oldestReady() {
        return stored.metrics.get("outbox.oldest.ready").gauge().value();
    }

    @Test
    void unfinishedRowsAreCountedByKindAndState() {
        stored.added();
        stored.added();
        stored.outbox.hold(StoredOutbox.newTask());
        attempted(new GiveUp("because"));
        attempted(new Done());

        takeCareAfter(HOUR);

        assertThat(rows(TaskState.READY)).isEqualTo(2);
        assertThat(rows(TaskState.HELD)).isEqualTo(1);
        assertThat(rows(TaskState.PARKED)).isEqualTo(1);
        assertThat(oldestReady()).isEqualTo(3600.0);
    }

    @Test
    void rowsAreCountedAlsoAfterTheClockWasSetBack() {
        takeCareAfter(HOUR);
        stored.added();

        takeCareAfter(HOUR.negated());

        assertThat(rows(TaskState.READY)).isEqualTo(1);
    }

    @Test
    void withoutReadyRowsTheOldestIsOfNoAge() {
        attempted(new GiveUp("because"));

        takeCareAfter(HOUR);

        assertThat(oldestReady()).isZero();
    }

    @Test
    void finishedRowsAreKeptForAMonthAndOthersForGood() {
        Task done = attempted(new Done());
        Task parked = attempted(new GiveUp("because"));
        Task ready = stored.added();
        Task dropped = StoredOutbox.newTask();
        stored.outbox.hold(dropped);
        stored.outbox.drop(dropped.id());

        takeCareAfter(OutboxCare.RETENTION);
        assertThat(stored.store.find(done.id())).isPresent();
        assertThat(stored.store.find(dropped.id())).isPresent();
        takeCareAfter(HOUR.plusSeconds(1));

        assertThat(stored.store.find(done.id())).isEmpty();
        assertThat(stored.store.find(dropped.id())).isEmpty();
        assertThat(stored.store.find(parked.id())).isPresent();
        assertThat(stored.store.find(ready.id())).isPresent();
    }
}
