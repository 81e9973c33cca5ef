package io.ctmconnect.outbox;

import io.ctmconnect.outbox.OutboxRow.Attempt;
import io.ctmconnect.outbox.OutboxRow.Lease;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/** Writes and reads the fields of a row's document. */
final class OutboxDocument {
    static final String KIND = "kind";
    static final String KIND_VERSION = "kind_version";
    static final String STATE = "state";
    static final String DUE_AT = "due_at";
    static final String LEASE_UNTIL = "lease_until";
    static final String VERSION = "version";
    static final String CREATED_AT = "created_at";
    static final String FINISHED_AT = "finished_at";

    private static final String PAYLOAD = "payload";
    private static final String ATTEMPTS = "attempts";
    private static final String LEASE_OWNER = "lease_owner";
    private static final String REASON = "reason";
    private static final String HISTORY = "history";
    private static final String AT = "at";
    private static final String OUTCOME = "outcome";

    private OutboxDocument() {}

    /** All fields, those without a value too, so that a change leaves nothing behind. */
    static Document of(OutboxRow row) {
        Task task = row.task();
        Lease lease = row.lease();
        return new Document("_id", task.id())
                .append(KIND, task.kind())
                .append(KIND_VERSION, task.version())
                .append(PAYLOAD, task.payload())
                .append(STATE, row.state().wire())
                .append(DUE_AT, Date.from(row.dueAt()))
                .append(ATTEMPTS, row.attempts())
                .append(LEASE_OWNER, lease == null ? null : lease.owner())
                .append(LEASE_UNTIL, lease == null ? null : Date.from(lease.until()))
                .append(REASON, row.reason())
                .append(HISTORY, row.history().stream().map(OutboxDocument::of).toList())
                .append(VERSION, row.version())
                .append(CREATED_AT, Date.from(row.createdAt()))
                .append(FINISHED_AT, date(row.finishedAt()));
    }

    private static Document of(Attempt attempt) {
        return new Document(AT, Date.from(attempt.at())).append(OUTCOME, attempt.outcome());
    }

    static OutboxRow read(Document document) {
        Task task = new Task(
                document.getString("_id"),
                document.getString(KIND),
                document.getInteger(KIND_VERSION),
                document.get(PAYLOAD, Document.class));
        return new OutboxRow(
                task,
                TaskState.of(document.getString(STATE)),
                document.getDate(DUE_AT).toInstant(),
                document.getInteger(ATTEMPTS),
                lease(document),
                document.getString(REASON),
                history(document),
                document.getLong(VERSION),
                document.getDate(CREATED_AT).toInstant(),
                instant(document.getDate(FINISHED_AT)));
    }

    private static @Nullable Lease lease(Document document) {
        String owner = document.getString(LEASE_OWNER);
        return owner == null
                ? null
                : new Lease(owner, document.getDate(LEASE_UNTIL).toInstant());
    }

    private static List<Attempt> history(Document document) {
        return Objects.requireNonNullElse(document.getList(HISTORY, Document.class), List.<Document>of()).stream()
                .map(entry -> new Attempt(entry.getDate(AT).toInstant(), entry.getString(OUTCOME)))
                .toList();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
