package io.ctmconnect.credentials;

import org.bson.Document;

import java.time.Instant;
import java.util.Date;

/**
 * What a key document keeps of a turn in its life until the turn's notice is on its way. It is written in the same atomic
 * change as the turn itself, so it proves that the turn happened, and it says what is left to do.
 *
 * @param version the connection's after the turn
 * @param at when it happened
 * @param generation the connection's before the turn: configs of it, and of older ones, end with a disconnect
 */
record LifeMark(long version, Turn turn, Instant at, long generation) {
    private static final String VERSION = "version";
    private static final String TURN = "turn";
    private static final String AT = "at";
    private static final String GENERATION = "generation";

    /** What a turn of that connection leaves. */
    static LifeMark of(Connection before, Turn turn, Instant at) {
        return new LifeMark(before.version() + 1, turn, at, before.generation());
    }

    /** What the first connect leaves. */
    static LifeMark first(Instant at) {
        return new LifeMark(1, Turn.ADDED, at, 0);
    }

    Document toDocument() {
        return new Document(VERSION, version)
                .append(TURN, turn.wire())
                .append(AT, Date.from(at))
                .append(GENERATION, generation);
    }

    static LifeMark of(Document document) {
        return new LifeMark(
                document.getLong(VERSION),
                Turn.of(document.getString(TURN)),
                document.getDate(AT).toInstant(),
                document.getLong(GENERATION));
    }
}
