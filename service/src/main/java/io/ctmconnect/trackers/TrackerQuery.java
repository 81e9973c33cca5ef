package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.http.Fields;
import io.ctmconnect.http.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The query of the tracker list.
 *
 * @param search part of a name, of the source's name, or of the number; null for all
 */
record TrackerQuery(PageRequest page, @Nullable String search) {
    static TrackerQuery of(MultivaluedMap<String, String> query) {
        Fields fields = Fields.of(query);
        TrackerQuery form = new TrackerQuery(PageRequest.of(fields), fields.optional("search"));
        fields.check();
        return form;
    }

    boolean accepts(CtmNumber number) {
        return search == null || named(number, search) || numbered(number, search);
    }

    private static boolean named(CtmNumber number, String search) {
        String part = search.toLowerCase(Locale.ROOT);
        return Stream.of(number.name(), number.sourceName())
                .filter(Objects::nonNull)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }

    /** By its digits, however the search is written; a text with letters is no number. */
    private static boolean numbered(CtmNumber number, String search) {
        String digits = search.replaceAll("[-+ ().]", "");
        return !digits.isEmpty()
                && digits.chars().allMatch(Character::isDigit)
                && number.number() != null
                && number.number().contains(digits);
    }
}
