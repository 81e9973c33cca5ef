package io.ctmconnect.callstore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** Writes and reads the fields of a {@link Reading}. */
final class ReadingDocument {
    static final String CONNECTION = "token_id";
    static final String CTM_ACCOUNT = "calltracking_account_id";
    static final String SWEEP_DUE = "sweep_due";
    static final String HISTORY_DUE = "history_due";
    static final String REVISION = "revision";

    private static final String SWEEPS = "sweeps";
    private static final String HISTORY = "history";
    private static final String FAILURES = "failures";

    private ReadingDocument() {}

    /** What may change. */
    static Document of(Reading reading) {
        History history = reading.history();
        return new Document(SWEEP_DUE, Date.from(reading.sweepDue()))
                .append(SWEEPS, document(reading.sweeps()))
                .append(HISTORY_DUE, date(reading.historyDue()))
                .append(HISTORY, history == null ? null : document(history))
                .append(FAILURES, reading.failures());
    }

    private static Document document(Sweeps sweeps) {
        return new Document("last_at", date(sweeps.lastAt()))
                .append("last_day", text(sweeps.lastDay()))
                .append("looked", sweeps.looked())
                .append("missed", sweeps.missed())
                .append("missed_in_total", sweeps.missedInTotal())
                .append("lossy_in_a_row", sweeps.lossyInARow());
    }

    private static Document document(History history) {
        return new Document("from", text(history.from()))
                .append("reached", text(history.reached()))
                .append("calls", history.calls())
                .append("unsure_days", history.unsureDays());
    }

    static Reading read(Document document) {
        Document history = document.get(HISTORY, Document.class);
        return new Reading(
                document.getObjectId(CONNECTION),
                document.getString(CTM_ACCOUNT),
                document.getDate(SWEEP_DUE).toInstant(),
                sweeps(document.get(SWEEPS, Document.class)),
                instant(document.getDate(HISTORY_DUE)),
                history == null ? null : history(history),
                document.getInteger(FAILURES),
                document.getLong(REVISION));
    }

    private static Sweeps sweeps(Document document) {
        return new Sweeps(
                instant(document.getDate("last_at")),
                day(document.getString("last_day")),
                document.getLong("looked"),
                document.getLong("missed"),
                document.getLong("missed_in_total"),
                document.getInteger("lossy_in_a_row"));
    }

    private static History history(Document document) {
        return new History(
                day(document.getString("from")),
                day(document.getString("reached")),
                document.getLong("calls"),
                document.getInteger("unsure_days"));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
