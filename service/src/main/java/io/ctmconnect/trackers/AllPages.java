package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmPage;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A list of CTM, read whole.
 *
 * @param isWhole false when it goes on beyond {@link #MOST} items, which are not read
 */
record AllPages<T>(List<T> items, boolean isWhole) {
    static final int PAGE_SIZE = 100;

    private static final int MAX_PAGES = 50;

    /** As many items are read. */
    static final int MOST = PAGE_SIZE * MAX_PAGES;

    /**
     * Reads until CTM names no further page, or gives nothing new.
     *
     * @param page reads the page of that number, from 1
     */
    static <T> AllPages<T> read(IntFunction<CtmPage<T>> page, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (int number = 1; number <= MAX_PAGES; number++) {
            CtmPage<T> read = page.apply(number);
            int before = byId.size();
            read.items().forEach(item -> byId.putIfAbsent(id.apply(item), item));
            if (read.isLast() || byId.size() == before) {
                return new AllPages<>(List.copyOf(byId.values()), true);
            }
        }
        return new AllPages<>(List.copyOf(byId.values()), false);
    }

    /** Those of them, as CTM may ignore a filter. */
    AllPages<T> only(Predicate<T> wanted) {
        return new AllPages<>(items.stream().filter(wanted).toList(), isWhole);
    }

    /**
     * The items, for who must know all of them.
     *
     * @throws ApiException {@link ErrorCode#CONFLICT} when there are more
     */
    List<T> whole() {
        if (!isWhole) {
            throw ApiException.of(
                    ErrorCode.CONFLICT,
                    "The CTM account has more than " + MOST + " numbers or sources: what changes cannot be followed");
        }
        return items;
    }
}
