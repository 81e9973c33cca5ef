package io.ctmconnect.webhooks;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.ObjectId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The collection {@code calltrackingmetrics.live}: the latest messages to each account, numbered from 1 without gaps, by all
 * processes together. A message's id is made of account and number, so a reader asks for the next ids; and whoever writes
 * takes the first number that is free, which the uniqueness of ids decides.
 */
@Singleton
class LiveStore {
    static final String COLLECTION = "calltrackingmetrics.live";
    /** So many messages of an account are kept. */
    static final int KEPT = 1000;

    private static final int MOST_READ = 100;
    private static final String NUMBER = "number";
    private static final String DATA = "data";
    private static final String HEAD = "head";

    private final Documents live;
    private final Documents written;

    LiveStore(MongoDatabase database) {
        live = Documents.of(database, COLLECTION);
        written = Documents.unconfirmed(database, COLLECTION);
    }

    /** A message and its number. */
    record Message(long number, String data) {}

    /** Appends messages in their order. Unconfirmed; but nobody reads one before it is durable. */
    void append(ObjectId account, List<String> messages) {
        long last = head(written, account);
        List<String> left = messages;
        while (!left.isEmpty()) {
            List<Document> numbered = numbered(account, last, left);
            List<String> refused = written.with(collection -> insert(collection, numbered));
            last += left.size();
            left = refused;
        }
        long reached = last;
        written.with(collection -> collection.updateOne(
                Filters.eq(account + ":" + HEAD), Updates.max(HEAD, reached), new UpdateOptions().upsert(true)));
        forget(account, reached - KEPT, messages.size());
    }

    private static List<Document> numbered(ObjectId account, long last, List<String> messages) {
        List<Document> numbered = new ArrayList<>();
        for (String message : messages) {
            long number = last + numbered.size() + 1;
            numbered.add(new Document("_id", account + ":" + number)
                    .append(NUMBER, number)
                    .append(DATA, message));
        }
        return numbered;
    }

    /** The messages whose numbers others have taken: numbers above them are all taken, too, or by these. */
    private static List<String> insert(MongoCollection<Document> collection, List<Document> messages) {
        try {
            collection.insertMany(messages, new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors().stream()
                    .map(error -> messages.get(error.getIndex()).getString(DATA))
                    .toList();
        }
    }

    private void forget(ObjectId account, long upTo, int many) {
        List<String> old = LongStream.rangeClosed(upTo - many + 1, upTo)
                .filter(number -> number > 0)
                .mapToObj(number -> account + ":" + number)
                .toList();
        if (!old.isEmpty()) {
            written.with(collection -> collection.deleteMany(Filters.in("_id", old)));
        }
    }

    /** The number of the account's latest message, or a little less; 0 without any. */
    long head(ObjectId account) {
        return head(live, account);
    }

    private static long head(Documents messages, ObjectId account) {
        Document head = messages.with(
                collection -> collection.find(Filters.eq(account + ":" + HEAD)).first());
        return head == null ? 0 : head.getLong(HEAD);
    }

    /**
     * The messages after a number, oldest first, without a number left out; at most 100.
     *
     * @param goesOn whether a missing number is given up: what comes after those that are no longer kept, or that never came
     */
    List<Message> next(ObjectId account, long number, boolean goesOn) {
        long from = Math.max(number, goesOn ? head(account) - KEPT : 0);
        List<String> ids = LongStream.rangeClosed(from + 1, from + MOST_READ)
                .mapToObj(one -> account + ":" + one)
                .toList();
        List<Message> found =
                live.with(collection -> collection.find(Filters.in("_id", ids)).into(new ArrayList<>())).stream()
                        .map(message -> new Message(message.getLong(NUMBER), message.getString(DATA)))
                        .sorted(Comparator.comparingLong(Message::number))
                        .toList();
        return goesOn ? found : unbroken(number, found);
    }

    private static List<Message> unbroken(long number, List<Message> found) {
        int length = 0;
        while (length < found.size() && found.get(length).number() == number + length + 1) {
            length++;
        }
        return found.subList(0, length);
    }
}
