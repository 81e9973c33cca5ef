package io.ctmconnect.webhooks;

import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** How long events are kept, and how many of those that prove nothing; on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RetentionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

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

    private void file(EventStatus status) {
        stored.archive.file(List.of(stored.event(new ObjectId())), status, "");
    }

    private long archived() {
        return stored.count(ArchiveStore.COLLECTION);
    }

    private long unproven() {
        return stored.count(UnprovenStore.COLLECTION);
    }

    @Test
    void whatIsDoneWithIsKeptFor30Days() {
        file(EventStatus.PROCESSED);
        file(EventStatus.PARKED);

        stored.pass(Duration.ofDays(30));
        file(EventStatus.REJECTED);
        stored.archive.sweep();
        assertThat(archived()).isEqualTo(3);

        stored.pass(SECOND);
        stored.archive.sweep();
        assertThat(archived()).isEqualTo(1);
    }

    @Test
    void whatProvesNothingIsKeptFor7Days() {
        stored.unproven.keep(stored.event(new ObjectId()), EventStatus.UNVERIFIED);

        stored.pass(Duration.ofDays(7));
        stored.unproven.keep(stored.event(new ObjectId()), EventStatus.REJECTED);
        stored.unproven.sweep();
        assertThat(unproven()).isEqualTo(2);

        stored.pass(SECOND);
        stored.unproven.sweep();
        assertThat(unproven()).isEqualTo(1);
    }

    @Test
    void ofWhatProvesNothing1000AreKept() {
        for (int event = 0; event < 1_010; event++) {
            stored.unproven.keep(stored.event(new ObjectId()), EventStatus.UNVERIFIED);
        }

        assertThat(unproven()).isEqualTo(1_000);
    }

    @Test
    void ofABodyThatProvesNothing16KilobytesAreKept() {
        stored.unproven.keep(stored.event(new ObjectId(), new byte[100_000]), EventStatus.UNVERIFIED);

        Document kept = Objects.requireNonNull(
                stored.database.getCollection(UnprovenStore.COLLECTION).find().first());
        assertThat(kept.get("body", Binary.class).length()).isEqualTo(16_384);
        assertThat(kept).containsEntry("bytes", 100_000);
    }

    @Test
    void theSweepIsMadeOnceAnHourAndLeavesWhatWaits() {
        InboxCare care = stored.care();
        file(EventStatus.PROCESSED);
        stored.unproven.keep(stored.event(new ObjectId()), EventStatus.UNVERIFIED);
        stored.received(new ObjectId(), 1);
        stored.pass(Duration.ofDays(31));

        care.take();
        assertThat(archived()).isZero();
        assertThat(unproven()).isZero();
        assertThat(stored.count(InboxStore.COLLECTION)).isEqualTo(1);

        file(EventStatus.PROCESSED);
        stored.database.getCollection(ArchiveStore.COLLECTION).updateMany(new Document(), longAgo());
        stored.pass(HOUR);
        care.take();
        assertThat(archived()).isEqualTo(1);
        stored.pass(SECOND);
        care.take();
        assertThat(archived()).isZero();
    }

    private static Document longAgo() {
        return new Document("$set", new Document("received_at", Instant.EPOCH));
    }

    @Test
    void theBacklogIsMeasuredAlsoAfterTheClockWasSetBack() {
        InboxCare care = stored.care();
        care.take();
        stored.received(new ObjectId(), 2);

        stored.pass(HOUR.negated());
        care.take();

        assertThat(stored.metrics.get("webhooks.backlog").gauge().value()).isEqualTo(2);
    }

    @Test
    void theBacklogAndItsAgeAreMeasured() {
        stored.received(new ObjectId(), 3);
        stored.pass(Duration.ofMinutes(2));
        stored.received(new ObjectId(), 1);

        stored.care().take();

        assertThat(stored.metrics.get("webhooks.backlog").gauge().value()).isEqualTo(4);
        assertThat(stored.metrics.get("webhooks.backlog.age").gauge().value()).isEqualTo(120);
    }
}
