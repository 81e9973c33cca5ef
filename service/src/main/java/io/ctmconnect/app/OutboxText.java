package io.ctmconnect.app;

import io.ctmconnect.outbox.OutboxRow;
import io.ctmconnect.outbox.Task;
import org.bson.types.ObjectId;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of the outbox as operators read them. */
final class OutboxText {
    private static final String LINE = "%-10s %s";
    private static final String TABLE = "%-8s %-20s %8s %-20s  %s";

    private OutboxText() {}

    /** A line for each row, below a head; the id is last, as it is long. */
    static Stream<String> table(List<OutboxRow> rows) {
        return Stream.concat(
                Stream.of(TABLE.formatted("STATE", "KIND", "ATTEMPTS", "DUE", "ID  REASON")),
                rows.stream().map(OutboxText::line));
    }

    private static String line(OutboxRow row) {
        return TABLE.formatted(
                        row.state().wire(),
                        row.task().kind(),
                        row.attempts(),
                        row.dueAt().truncatedTo(ChronoUnit.SECONDS),
                        row.task().id() + "  " + Objects.requireNonNullElse(row.reason(), ""))
                .stripTrailing();
    }

    /** All of one row. */
    static Stream<String> lines(OutboxRow row) {
        return Stream.of(
                        Stream.of(
                                LINE.formatted("id", row.task().id()),
                                LINE.formatted(
                                        "kind",
                                        row.task().kind() + " " + row.task().version()),
                                LINE.formatted("state", row.state().wire()),
                                LINE.formatted("reason", Objects.requireNonNullElse(row.reason(), "-")),
                                LINE.formatted("created", row.createdAt()),
                                LINE.formatted("due", row.dueAt()),
                                LINE.formatted("attempts", row.attempts())),
                        Stream.ofNullable(row.lease()).map(lease -> LINE.formatted("leased", "until " + lease.until())),
                        about(row.task()),
                        row.history().stream()
                                .map(attempt -> LINE.formatted("attempt", attempt.at() + "  " + attempt.outcome())))
                .flatMap(part -> part);
    }

    /** Ids and times of what it is about. Texts are left out: they may be personal. */
    private static Stream<String> about(Task task) {
        return task.payload().entrySet().stream()
                .filter(field -> field.getValue() instanceof ObjectId || field.getValue() instanceof Date)
                .map(field -> LINE.formatted(
                        field.getKey(), field.getValue() instanceof Date date ? date.toInstant() : field.getValue()));
    }
}
