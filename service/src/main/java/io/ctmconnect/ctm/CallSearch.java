package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A search of CTM's activities: the filters that CTM applies reliably enough to be sent, and where to read on.
 *
 * @param startDate first day in the account's time zone, or null for no bound
 * @param endDate last day, included
 * @param directions CTM's words
 * @param text free text, or null
 * @param source the id of a source, or null
 * @param tracker the id of a tracking number, or null
 * @param page from 1; null when {@code after} says where to go on
 * @param perPage 1 to 100; CTM refuses more than 150
 * @param after CTM's cursor, or null
 * @param fields the only fields that are needed of a row, by CTM's names; empty for all
 */
public record CallSearch(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        List<String> directions,
        @Nullable String text,
        @Nullable String source,
        @Nullable String tracker,
        @Nullable Integer page,
        int perPage,
        @Nullable String after,
        List<String> fields) {

    /** CTM numbers pages only as far as its search window reaches; beyond it only the cursor goes on. */
    public static final int WINDOW_ROWS = 10_000;

    /** The same search, another page. */
    public CallSearch atPage(int number, int size) {
        return new CallSearch(startDate, endDate, directions, text, source, tracker, number, size, null, fields);
    }

    /** The same search, from a cursor on. */
    public CallSearch after(String cursor) {
        return new CallSearch(startDate, endDate, directions, text, source, tracker, null, perPage, cursor, fields);
    }

    /** The same search, asking for these fields of a row alone. CTM may answer more. */
    public CallSearch only(List<String> needed) {
        return new CallSearch(startDate, endDate, directions, text, source, tracker, page, perPage, after, needed);
    }

    /** The body of {@code calls/search.json}: what the platform always sends, then this search. */
    ObjectNode toJson() {
        ObjectNode body = constants();
        put(body, "limit_fields", fields);
        if (page != null) {
            body.put("page", page);
        }
        body.put("per_page", perPage);
        put(body, "after", after);
        put(body, "start_date", startDate == null ? null : startDate.toString());
        put(body, "end_date", endDate == null ? null : endDate.toString());
        put(body, "direction", directions);
        put(body, "search", text);
        put(body, "multi_sources", source);
        put(body, "multi_tracking_numbers", tracker);
        return body;
    }

    private static ObjectNode constants() {
        ObjectNode body = CtmAnswers.JSON.createObjectNode();
        body.put("multi_sources_operator", "includes");
        body.put("reported", 1).put("with_time", 1).put("excluded", 0).put("converted", 0);
        body.put("form_entries", 0).put("filter_visitor_data", 0).put("has_audio", 0);
        body.put("stats", "off");
        body.put("call_score_min", 0).put("call_score_max", 5);
        body.put("exclude_fields", "transcription_text,chat_messages");
        body.put("sort", "date").put("order", "desc");
        return body;
    }

    private static void put(ObjectNode body, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(body.putArray(name)::add);
        }
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
