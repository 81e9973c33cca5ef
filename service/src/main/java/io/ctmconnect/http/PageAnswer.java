package io.ctmconnect.http;

import java.util.List;

/**
 * The success envelope of a list.
 *
 * @param success always true
 * @param message always {@code SUCCESS}
 * @param data the page's items
 * @param pagination where the page stands in the whole list
 */
public record PageAnswer<T>(boolean success, String message, List<T> data, Pagination pagination) {
    /** Wraps one page of a list that has {@code totalItems} in all. */
    public static <T> PageAnswer<T> of(List<T> data, PageRequest page, long totalItems) {
        return new PageAnswer<>(true, "SUCCESS", data, Pagination.of(page, totalItems));
    }
}
