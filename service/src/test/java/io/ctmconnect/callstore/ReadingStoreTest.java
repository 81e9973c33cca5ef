package io.ctmconnect.callstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.ctmconnect.embedded.EmbeddedMongo;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a reading, and what may be saved of it. */
@SuppressWarnings("NullAway.Init")
class ReadingStoreTest {
    private static final ReadingSettings BOTH = new ReadingSettings(Duration.ofMinutes(15), Duration.ZERO, 13);
    private static final ReadingSettings SWEEPS = new ReadingSettings(Duration.ofMinutes(15), Duration.ZERO, 0);
    private static final ReadingSettings HISTORY = new ReadingSettings(Duration.ZERO, Duration.ZERO, 13);
    private static final ObjectId CONNECTION = new ObjectId();

    private EmbeddedMongo server;
    private MongoClient client;
    private ReadingStore store;
    private Instant now = Instant.parse("2026-03-17T12:00:00Z");

    @BeforeEach
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.start(directory, 0);
        client = MongoClients.create(server.connectionString());
        store = new ReadingStore(client.getDatabase("test"), () -> now);
        store.add(Reading.begun(CONNECTION, "482913", now).with(History.UNREAD, now));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private Reading taken() {
        return store.take(store.all().getFirst()).orElseThrow();
    }

    @Test
    void itIsOneProcesssAtATime() {
        Reading seen = store.all().getFirst();

        assertThat(store.take(seen)).isPresent();
        assertThat(store.take(seen)).isEmpty();
        assertThat(store.take(store.all().getFirst())).isEmpty();
        assertThat(store.due(BOTH)).isEmpty();
    }

    @Test
    void whoIsAwayForLongerThanItsLeaseSavesNothing() {
        Reading slow = taken();
        now = now.plus(ReadingStore.LEASE).plusMillis(1);
        assertThat(store.due(BOTH)).hasSize(1);
        Reading other = taken();

        assertThat(store.save(slow.with(slow.sweeps().plusMissed(5)))).isEmpty();
        assertThat(store.release(slow)).isEmpty();
        assertThat(store.save(other.with(other.sweeps().plusMissed(1)))).isPresent();
        assertThat(store.all().getFirst().sweeps().missedInTotal()).isEqualTo(1);
    }

    @Test
    void aSaveKeepsItForAnotherWhileAndAReleaseFreesItAtOnce() {
        Reading taken = taken();
        now = now.plus(ReadingStore.LEASE.dividedBy(2));
        Reading saved = store.save(taken).orElseThrow();
        now = now.plus(ReadingStore.LEASE.dividedBy(2)).plusMillis(1);
        assertThat(store.due(BOTH)).isEmpty();

        store.release(saved);

        assertThat(store.due(BOTH)).hasSize(1);
    }

    @Test
    void whatIsSavedIsRead() {
        Reading taken = taken();
        LocalDate day = LocalDate.of(2026, 3, 17);
        Reading changed = taken.with(taken.sweeps().plusMissed(2).swept(now, day, 40, 2))
                .sweptAgainAt(now.plusSeconds(900))
                .with(History.UNREAD.read(day, 13, 7, false), now.plusSeconds(5))
                .withFailures(3);

        Reading saved = store.save(changed).orElseThrow();

        assertThat(saved).usingRecursiveComparison().ignoringFields("revision").isEqualTo(changed);
        assertThat(store.of(CONNECTION)).containsExactly(saved);
        assertThat(store.of(new ObjectId())).isEmpty();
    }

    @Test
    void eachIsDueByItself() {
        store.release(taken().sweptAgainAt(now.plusSeconds(900)));
        assertThat(store.due(SWEEPS)).isEmpty();
        assertThat(store.due(HISTORY)).hasSize(1);
        assertThat(store.due(BOTH)).hasSize(1);

        Reading taken = taken();
        store.release(taken.with(taken.history(), null));
        assertThat(store.due(BOTH)).isEmpty();

        now = now.plusSeconds(901);
        assertThat(store.due(SWEEPS)).hasSize(1);
        assertThat(store.due(HISTORY)).isEmpty();
    }

    @Test
    void itIsBegunOnceAndWhatIsRemovedIsNotSaved() {
        Reading taken = taken();
        store.add(Reading.begun(CONNECTION, "482913", now));
        assertThat(store.all()).containsExactly(taken);

        store.remove(taken);

        assertThat(store.save(taken)).isEmpty();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void threeSweepsWithLossesAreUnhealthyUntilACleanOne() {
        LocalDate day = LocalDate.of(2026, 3, 17);
        Sweeps two = Sweeps.NONE.swept(now, day, 9, 1).swept(now, day, 9, 4);
        assertThat(two.isUnhealthy()).isFalse();
        assertThat(two.swept(now, day, 9, 1).isUnhealthy()).isTrue();
        assertThat(two.swept(now, day, 9, 1).swept(now, day, 9, 0).isUnhealthy())
                .isFalse();
        assertThat(two.swept(now, day, 9, 0).swept(now, day, 9, 1).isUnhealthy())
                .isFalse();
    }
}
