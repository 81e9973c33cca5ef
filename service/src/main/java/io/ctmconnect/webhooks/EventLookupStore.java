package io.ctmconnect.webhooks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.ctmconnect.mongo.Documents;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an account's events, wherever they are: in the inbox while they wait, in the archive afterwards. */
@Singleton
class EventLookupStore {
    private final Documents inbox;
    private final Documents archive;

    EventLookupStore(MongoDatabase database) {
        inbox = Documents.of(database, InboxStore.COLLECTION);
        archive = Documents.of(database, ArchiveStore.COLLECTION);
    }

    /**
     * A part of a list.
     *
     * @param total how many the whole list has
     */
    record Found(List<KnownEvent> events, long total) {}

    /** The account's event with an id. */
    Optional<KnownEvent> find(ObjectId account, ObjectId id) {
        return Stream.of(inbox, archive)
                .flatMap(collection -> Stream.ofNullable(
                        collection.with(events -> events.find(Filters.eq(id)).first())))
                .filter(event -> account.equals(event.get(EventDocument.ACCOUNT)))
                .map(EventLookupStore::read)
                .findFirst();
    }

    /** The account's events that a query asks for: first those that wait, then the others, each the latest first. */
    Found find(ObjectId account, EventQuery query) {
        Bson asked = asked(account, query);
        EventStatus status = query.status();
        boolean pending = status == null || status == EventStatus.PENDING;
        long waiting = pending ? inbox.with(events -> events.countDocuments(asked)) : 0;
        List<Document> found = new ArrayList<>(
                pending ? page(inbox, asked, query.page().offset(), query.page().size()) : List.of());
        long total = waiting;
        if (status != EventStatus.PENDING) {
            Bson done = status == null ? asked : Filters.and(asked, Filters.eq(ArchiveStore.STATUS, status.wire()));
            long skipped = Math.max(0, query.page().offset() - waiting);
            found.addAll(page(archive, done, skipped, query.page().size() - found.size()));
            total += archive.with(events -> events.countDocuments(done));
        }
        return new Found(found.stream().map(EventLookupStore::read).toList(), total);
    }

    private static List<Document> page(Documents from, Bson filter, long skip, int size) {
        return size == 0 || skip > Integer.MAX_VALUE
                ? List.of()
                : from.with(events -> events.find(filter)
                        .sort(Sorts.descending(EventDocument.RECEIVED_AT, "_id"))
                        .skip((int) skip)
                        .limit(size)
                        .into(new ArrayList<>()));
    }

    private static Bson asked(ObjectId account, EventQuery query) {
        LocalDate end = query.endDate();
        return Filters.and(Stream.of(
                        Filters.eq(EventDocument.ACCOUNT, account),
                        query.callId() == null ? null : Filters.eq(EventDocument.CALL_ID, query.callId()),
                        query.startDate() == null
                                ? null
                                : Filters.gte(EventDocument.RECEIVED_AT, midnight(query.startDate())),
                        end == null ? null : Filters.lt(EventDocument.RECEIVED_AT, midnight(end.plusDays(1))))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static KnownEvent read(Document document) {
        String status = document.getString(ArchiveStore.STATUS);
        return new KnownEvent(
                EventDocument.read(document),
                status == null ? EventStatus.PENDING : EventStatus.of(status),
                status == null ? "" : document.getString(ArchiveStore.REASON));
    }
}
