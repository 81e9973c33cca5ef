package io.ctmconnect.webhooks;

import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class EventQueueTest {
    private final EventQueue queue = new EventQueue();

    private static ReceivedEvent event(ObjectId account) {
        return new ReceivedEvent(
                new ObjectId(),
                account,
                new ObjectId(),
                "482913",
                "1",
                null,
                Verdict.ABSENT,
                Instant.EPOCH,
                new Binary(new byte[0]),
                0);
    }

    private List<ReceivedEvent> add(ObjectId account, int count) {
        List<ReceivedEvent> events =
                IntStream.range(0, count).mapToObj(_ -> event(account)).toList();
        events.forEach(queue::add);
        return events;
    }

    @Test
    void anAccountWithManyDoesNotKeepOthersWaiting() throws InterruptedException {
        add(new ObjectId(), 1000);
        List<ReceivedEvent> few = add(new ObjectId(), 3);

        assertThat(queue.take(60)).containsAll(few);
    }

    @Test
    void whatIsHeldIsNotTakenTwice() throws InterruptedException {
        List<ReceivedEvent> events = add(new ObjectId(), 2);
        events.forEach(queue::add);

        assertThat(queue.take(10)).isEqualTo(events);
        assertThat(queue.held()).containsExactlyInAnyOrderElementsOf(events);
        queue.release(events);
        assertThat(queue.held()).isEmpty();
    }

    @Test
    void whenItIsClosedNothingMoreIsGivenOut() throws InterruptedException {
        List<ReceivedEvent> events = add(new ObjectId(), 2);

        queue.close();

        assertThat(queue.take(10)).isEmpty();
        assertThat(queue.held()).containsExactlyInAnyOrderElementsOf(events);
    }
}
