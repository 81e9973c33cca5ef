package io.ctmconnect.webhooks;

import org.bson.types.ObjectId;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Who works an event off, and when; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class InboxStoreTest {
    private static final Duration TICK = Duration.ofMillis(1);

    private StoredEvents stored;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredEvents(directory);
    }

    @AfterAll
    void close() {
        stored.close();
    }

    @BeforeEach
    void clear() {
        stored.clear();
    }

    private List<ObjectId> takenOver(int most) {
        return stored.inbox.takeOver(most).stream().map(ReceivedEvent::id).toList();
    }

    private void endLeases() {
        stored.pass(InboxStore.LEASE.plus(TICK));
    }

    @Test
    void whileItIsLeasedNobodyElseTakesAnEvent() {
        ObjectId id = stored.received(new ObjectId(), 1).getFirst().id();

        stored.pass(InboxStore.LEASE);
        assertThat(takenOver(10)).isEmpty();

        stored.pass(TICK);
        assertThat(takenOver(10)).containsExactly(id);
        assertThat(takenOver(10)).isEmpty();
        endLeases();
        assertThat(takenOver(10)).containsExactly(id);
    }

    @Test
    void processesThatTakeOverAtTheSameTimeShareTheEvents() throws Exception {
        List<ReceivedEvent> received = stored.received(new ObjectId(), 40);
        endLeases();

        List<ObjectId> taken = new ArrayList<>();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<ObjectId>> process = () -> takenOver(100);
            for (Future<List<ObjectId>> part : processes.invokeAll(List.of(process, process, process, process))) {
                taken.addAll(part.get());
            }
        }

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        received.stream().map(ReceivedEvent::id).toList());
    }

    @Test
    void whatIsThereIsToldAndStaysAsItIs() {
        ReceivedEvent there = stored.received(new ObjectId(), 1).getFirst();
        ReceivedEvent added = stored.event(new ObjectId());

        assertThat(stored.inbox.insert(List.of(there.withAttempts(3), added))).containsExactly(there.id());

        endLeases();
        assertThat(stored.inbox.takeOver(10)).containsExactlyInAnyOrder(there, added);
    }

    @Test
    void whatIsGivenBackIsFreeAtOnce() {
        List<ReceivedEvent> received = stored.received(new ObjectId(), 2);

        stored.inbox.giveBack(List.of(received.getFirst().id()));

        assertThat(takenOver(10)).containsExactly(received.getFirst().id());
    }

    @Test
    void whatFailedIsFreeAgainAtItsTimeAndKnowsHowOften() {
        ReceivedEvent event = stored.received(new ObjectId(), 1).getFirst();

        stored.inbox.postpone(event.id(), 2, stored.now().plus(Duration.ofMinutes(1)));

        endLeases();
        assertThat(takenOver(10)).isEmpty();
        stored.pass(Duration.ofMinutes(1));
        assertThat(stored.inbox.takeOver(10)).containsExactly(event.withAttempts(2));
    }

    @Test
    void anHourThatTheClockIsSetBackOrForthHoldsUpNothing() {
        for (Duration jump : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            ReceivedEvent leased = stored.received(new ObjectId(), 1).getFirst();
            ReceivedEvent putOff = stored.received(new ObjectId(), 1).getFirst();
            stored.inbox.postpone(putOff.id(), 0, stored.now().plus(InboxStore.LONGEST_PAUSE));

            stored.pass(jump);

            assertThat(stored.inbox.takeOver(10)).containsExactlyInAnyOrder(leased, putOff);
            assertThat(takenOver(10)).isEmpty();
            endLeases();
            assertThat(takenOver(10)).containsExactlyInAnyOrder(leased.id(), putOff.id());
            stored.inbox.delete(List.of(leased.id(), putOff.id()));
        }
    }

    @Test
    void theLongestPauseIsKept() {
        ReceivedEvent event = stored.received(new ObjectId(), 1).getFirst();
        stored.inbox.postpone(event.id(), 4, stored.now().plus(InboxStore.LONGEST_PAUSE));

        assertThat(takenOver(10)).isEmpty();
    }

    @Test
    void anAccountWithABacklogDoesNotKeepOthersWaiting() {
        stored.received(new ObjectId(), 300);
        List<ReceivedEvent> few = new ArrayList<>(stored.received(new ObjectId(), 2));
        few.addAll(stored.received(new ObjectId(), 1));
        endLeases();

        assertThat(stored.inbox.takeOver(5)).hasSize(5).containsAll(few);
    }
}
