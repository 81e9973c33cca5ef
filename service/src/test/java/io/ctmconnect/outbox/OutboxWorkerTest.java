package io.ctmconnect.outbox;

import com.mongodb.client.MongoClient;
import io.ctmconnect.outbox.Outcome.Done;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Workers as processes have them: they share nothing but the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class OutboxWorkerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    /** What one process has. */
    private record Instance(MongoClient client, Outbox outbox, OutboxWorker worker) implements AutoCloseable {
        static Instance start(StoredOutbox stored, TaskHandler handler) {
            MongoClient client = stored.anotherClient();
            var database = client.getDatabase("test");
            OutboxStore store = new OutboxStore(database);
            WakeUp wakeUp = new WakeUp();
            InstantSource clock = InstantSource.system();
            Outbox outbox = new Outbox(store, wakeUp, clock);
            var metrics = new SimpleMeterRegistry();
            OutboxWorker worker = new OutboxWorker(
                    new Attempts(store, List.of(handler), List.of(), metrics, clock),
                    new HeldRows(store, outbox, List.of(), clock),
                    new OutboxCare(new OutboxCareStore(database), metrics, clock),
                    wakeUp);
            worker.start(new StartupEvent());
            return new Instance(client, outbox, worker);
        }

        @Override
        public void close() {
            worker.stop(new ShutdownEvent());
            client.close();
        }
    }

    @Test
    void twoProcessesHandleAThousandRowsOnceEach() {
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        Handler counting = Handler.of((task, _) -> {
            handled.merge(task.id(), 1, Integer::sum);
            return new Done();
        });
        List<Task> tasks = Stream.generate(StoredOutbox::newTask).limit(1000).toList();

        try (Instance one = Instance.start(stored, counting);
                Instance other = Instance.start(stored, counting)) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(() -> tasks.subList(0, 600).forEach(one.outbox()::add));
                threads.execute(() -> tasks.subList(400, 1000).forEach(other.outbox()::add));
            }
            await().atMost(PATIENCE).until(() -> stored.rowsIn(TaskState.DONE) == tasks.size());
        }

        assertThat(handled).hasSize(1000);
        assertThat(handled.values()).containsOnly(1);
    }

    @Test
    void aTaskOfAnotherProcessIsFoundWithoutBeingTold() {
        try (Instance _ = Instance.start(stored, Handler.answering(new Done()))) {
            Task task = stored.added();

            await().atMost(PATIENCE).until(() -> stored.row(task).state() == TaskState.DONE);
        }
    }

    @Test
    void aStopFinishesWhatRunsAndBeginsNothing() {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        Handler slow = Handler.of((_, _) -> {
            begun.countDown();
            awaitUninterruptibly(finish);
            return new Done();
        });
        Task running = StoredOutbox.newTask();
        Task later = StoredOutbox.newTask();
        Instance process = Instance.start(stored, slow);
        process.outbox().add(running);
        awaitUninterruptibly(begun);

        Thread stopping = Thread.ofVirtual().start(process::close);
        await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        stored.outbox.add(later);
        finish.countDown();

        await().atMost(PATIENCE).until(() -> !stopping.isAlive());
        assertThat(stored.row(running).state()).isEqualTo(TaskState.DONE);
        assertThat(stored.row(later).attempts()).isZero();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
