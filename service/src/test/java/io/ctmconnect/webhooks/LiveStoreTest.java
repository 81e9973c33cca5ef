package io.ctmconnect.webhooks;

import io.ctmconnect.webhooks.LiveStore.Message;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The live feed's numbers; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LiveStoreTest {
    private final ObjectId account = new ObjectId();

    private StoredEvents stored;
    private LiveStore live;

    @BeforeAll
    void open(@TempDir Path directory) {
        stored = new StoredEvents(directory);
        live = stored.live;
    }

    @AfterAll
    void close() {
        stored.close();
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private List<Message> all(ObjectId of) {
        List<Message> all = new ArrayList<>();
        List<Message> next = live.next(of, 0, false);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = live.next(of, next.getLast().number(), false);
        }
        return all;
    }

    @Test
    void messagesAreNumberedInTheirOrder() {
        ObjectId one = new ObjectId();
        live.append(one, List.of("a", "b"));
        live.append(one, List.of("c"));

        assertThat(live.head(one)).isEqualTo(3);
        assertThat(live.next(one, 0, false))
                .containsExactly(new Message(1, "a"), new Message(2, "b"), new Message(3, "c"));
        assertThat(live.next(one, 2, false)).containsExactly(new Message(3, "c"));
        assertThat(live.next(new ObjectId(), 0, true)).isEmpty();
    }

    @Test
    void processesThatWriteAtTheSameTimeLeaveNoGapAndLoseNothing() throws Exception {
        ObjectId one = new ObjectId();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> process = () -> {
                for (int time = 0; time < 5; time++) {
                    live.append(one, texts(3));
                }
                return true;
            };
            for (Future<Boolean> done : processes.invokeAll(Collections.nCopies(4, process))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(all(one))
                .extracting(Message::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(all(one)).filteredOn(message -> "2".equals(message.data())).hasSize(20);
        assertThat(live.head(one)).isEqualTo(60);
    }

    @Test
    void theLatest1000AreKeptAndWhoWasLongAwayGoesOnThere() {
        for (int time = 0; time < 5; time++) {
            live.append(account, texts(210));
        }

        assertThat(live.next(account, 7, false)).isEmpty();
        assertThat(live.next(account, 7, true)).first().isEqualTo(new Message(51, "50"));
        assertThat(live.next(account, 60, false)).hasSize(100).first().isEqualTo(new Message(61, "60"));
        assertThat(live.next(account, 1_050, true)).isEmpty();
    }

    @Test
    void aNumberThatIsMissingIsWaitedForUntilItIsGivenUp() {
        ObjectId one = new ObjectId();
        live.append(one, texts(3));
        stored.database.getCollection(LiveStore.COLLECTION).deleteOne(new Document("_id", one + ":2"));

        assertThat(live.next(one, 0, false)).containsExactly(new Message(1, "0"));
        assertThat(live.next(one, 1, false)).isEmpty();
        assertThat(live.next(one, 1, true)).containsExactly(new Message(3, "2"));
    }
}
