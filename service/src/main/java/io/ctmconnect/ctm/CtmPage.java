package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list of CTM.
 *
 * @param totalEntries items of the whole list by CTM's count, or null when it gives none
 * @param isLast whether nothing says that there is a page after this one
 */
public record CtmPage<T>(List<T> items, @Nullable Long totalEntries, boolean isLast) {
    /**
     * @param number from 1
     * @param size 1 to 100
     */
    record Asked(int number, int size) {
        /** As the start of a query, for further parameters to be added. */
        Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("page", Integer.toString(number));
            query.put("per_page", Integer.toString(size));
            return query;
        }
    }

    static <T> CtmPage<T> of(JsonNode answer, String key, Asked asked, Function<JsonNode, Optional<T>> read) {
        JsonNode rows = answer.path(key);
        CtmJson fields = new CtmJson(answer);
        Long total = fields.number("total_entries");
        boolean goesOn = total == null ? rows.size() >= asked.size() : (long) asked.number() * asked.size() < total;
        boolean isLast = rows.isEmpty() || (fields.text("next_page") == null && !goesOn);
        return new CtmPage<>(
                rows.valueStream().map(read).flatMap(Optional::stream).toList(), total, isLast);
    }
}
