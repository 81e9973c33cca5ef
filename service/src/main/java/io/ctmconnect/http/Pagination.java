package io.ctmconnect.http;

/**
 * Where a page stands.
 *
 * @param currentPage the asked-for page, from 1
 * @param totalPages pages of the asked-for size; 0 for an empty list
 * @param totalItems items of the whole list
 */
public record Pagination(int currentPage, long totalPages, long totalItems) {
    static Pagination of(PageRequest page, long totalItems) {
        return new Pagination(page.number(), Math.ceilDiv(totalItems, page.size()), totalItems);
    }
}
