package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page of a search.
 *
 * @param calls the rows as CTM sent them, which may hold what was not asked for
 * @param totalEntries rows of the whole search by CTM's count, or null when it gives none
 * @param next the search for the rows after these, empty at the end
 * @param readAt when CTM was asked for it
 */
public record CallPage(List<Call> calls, @Nullable Long totalEntries, Optional<CallSearch> next, Instant readAt) {
    static CallPage of(JsonNode answer, CallSearch search, Instant readAt) {
        CtmJson fields = new CtmJson(answer);
        List<Call> calls = answer.path("calls")
                .valueStream()
                .filter(JsonNode::isObject)
                .map(Call::new)
                .toList();
        Optional<CallSearch> next = calls.isEmpty() ? Optional.empty() : next(fields, search);
        return new CallPage(calls, fields.number("total_entries"), next, readAt);
    }

    /** CTM says where to go on by {@code after}, or by a {@code next_page} that is a URL or a page number. */
    private static Optional<CallSearch> next(CtmJson fields, CallSearch search) {
        String nextPage = fields.text("next_page");
        String after = fields.text("after");
        if (after == null && nextPage != null) {
            after = parameter(nextPage, "after");
        }
        if (after != null) {
            return after.equals(search.after()) ? Optional.empty() : Optional.of(search.after(after));
        }
        return Optional.ofNullable(nextPage)
                .map(page -> page.matches("\\d{1,9}") ? page : parameter(page, "page"))
                .filter(page -> page.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .filter(page -> search.page() != null && page > search.page())
                .map(page -> search.atPage(page, search.perPage()));
    }

    private static @Nullable String parameter(String url, String name) {
        try {
            String query = URI.create(url).getRawQuery();
            return query == null
                    ? null
                    : Stream.of(query.split("&"))
                            .filter(pair -> pair.startsWith(name + "="))
                            .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                            .filter(value -> !value.isEmpty())
                            .findFirst()
                            .orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
