package io.ctmconnect.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.types.Binary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the store can do on this machine, by itself: documents as large as an event, inserted one by one, each durable before
 * the next one of its thread.
 */
record StoreLimit(long inserts, Duration time) {
    private static final int BODY_BYTES = 3_000;

    static StoreLimit of(Service service, int threads, Duration time) throws Exception {
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try (Store store = Store.of(service);
                ExecutorService inserting = Executors.newFixedThreadPool(threads)) {
            MongoCollection<Document> documents =
                    store.collection("bench.documents").withWriteConcern(WriteConcern.MAJORITY);
            List<Future<Long>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                parts.add(inserting.submit(() -> insertUntil(documents, end)));
            }
            long inserts = 0;
            for (Future<Long> part : parts) {
                inserts += part.get();
            }
            return new StoreLimit(inserts, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static long insertUntil(MongoCollection<Document> documents, long end) {
        Binary body = new Binary(new byte[BODY_BYTES]);
        long inserts = 0;
        while (System.nanoTime() < end) {
            documents.insertOne(new Document("body", body));
            inserts++;
        }
        return inserts;
    }
}
