package io.ctmconnect.webhooks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.Binary;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The collection {@code calltrackingmetrics.unverified}: what proves nothing, for operators to look at. Anybody can send it,
 * so there are {@value #SLOTS} places that are filled in turn, a body is cut, and what is old goes.
 */
@Singleton
class UnprovenStore {
    static final String COLLECTION = "calltrackingmetrics.unverified";
    static final int SLOTS = 1000;

    private static final int MOST_BYTES = 16 * 1024;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Documents events;
    private final InstantSource clock;
    private final AtomicLong next = new AtomicLong(ThreadLocalRandom.current().nextInt(SLOTS));

    UnprovenStore(MongoDatabase database, InstantSource clock) {
        events = Documents.of(database, COLLECTION);
        this.clock = clock;
    }

    /** Keeps an event, in the place of an older one. */
    void keep(ReceivedEvent event, EventStatus status) {
        int slot = (int) (next.getAndIncrement() % SLOTS);
        byte[] body = event.body().getData();
        Document document = new Document("_id", slot)
                .append("status", status.wire())
                .append("signature", event.verdict().wire())
                .append("calltracking_account_id", event.ctmAccount())
                .append(EventDocument.CALL_ID, event.callId())
                .append(EventDocument.RECEIVED_AT, Date.from(event.receivedAt()))
                .append("bytes", body.length)
                .append("body", new Binary(Arrays.copyOf(body, Math.min(body.length, MOST_BYTES))));
        events.with(collection ->
                collection.replaceOne(Filters.eq("_id", slot), document, new ReplaceOptions().upsert(true)));
    }

    /** Deletes what is older than 7 days. */
    void sweep() {
        Date oldest = Date.from(clock.instant().minus(KEPT));
        events.with(collection -> collection.deleteMany(Filters.lt(EventDocument.RECEIVED_AT, oldest)));
    }
}
