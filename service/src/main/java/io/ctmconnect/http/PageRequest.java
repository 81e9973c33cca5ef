package io.ctmconnect.http;

import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param number the page, from 1
 * @param size items a page, 1 to 100
 */
public record PageRequest(int number, int size) {
    /** Reads {@code page} and {@code limit} (or its alias {@code per_page}). */
    public static PageRequest of(Fields query) {
        int number = query.integer("page", 1, 1, Integer.MAX_VALUE);
        String sizeName = query.has("limit") || !query.has("per_page") ? "limit" : "per_page";
        return new PageRequest(number, query.integer(sizeName, 20, 1, 100));
    }

    /** Items before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** This page of a list that is held whole. */
    public <T> List<T> of(List<T> all) {
        int from = (int) Math.min(offset(), all.size());
        return List.copyOf(all.subList(from, (int) Math.min(offset() + size, all.size())));
    }
}
