package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Params;
import io.ctmconnect.sandbox.http.Refused;

import java.util.List;

/**
 * The page asked for.
 *
 * @param number from 1
 * @param size rows on it, 10 unless asked, at most 150
 */
record Page(int number, int size) {

    private static final int DEFAULT_SIZE = 10;
    private static final int LIMIT = 150;

    static Page of(Params params) throws Refused {
        int size = params.positive("per_page", DEFAULT_SIZE);
        if (size > LIMIT) {
            throw Refused.badRequest("per_page limit is " + LIMIT);
        }
        return new Page(params.positive("page", 1), size);
    }

    /** Rows before this page. */
    long offset() {
        return (number - 1L) * size;
    }

    /** Pages of this size that so many rows fill. */
    int count(int rows) {
        return (rows + size - 1) / size;
    }

    /** The rows on this page, of all rows. */
    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset()).limit(size).toList();
    }
}
