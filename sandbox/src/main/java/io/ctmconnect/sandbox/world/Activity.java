package io.ctmconnect.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Comparator;

/**
 * A call, text, form or chat of an account.
 *
 * @param id CTM's number of it, 10 digits
 * @param unixTime when it began, in epoch seconds
 * @param row the whole object as CTM answers it; never changed in place
 */
public record Activity(long id, long unixTime, ObjectNode row) {

    /** CTM's own order: by time, then by id, newest first. */
    public static final Comparator<Activity> NEWEST_FIRST = Comparator.comparingLong(Activity::unixTime)
            .thenComparingLong(Activity::id)
            .reversed();

    /** The activity that a complete row describes. */
    public static Activity of(ObjectNode row) {
        return new Activity(row.path("id").asLong(), row.path("unix_time").asLong(), row);
    }

    /** A field as text; empty when absent or null. */
    public String text(String field) {
        return row.path(field).asText("");
    }

    /** A field as a whole number; 0 when absent or null. */
    public long number(String field) {
        return row.path(field).asLong(0);
    }
}
