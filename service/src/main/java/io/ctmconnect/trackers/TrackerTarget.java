package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmSource;
import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a change by an id may touch. By a number's id: the number, and its source only when no other number has it. By a
 * source's id: the whole source, and its number only when it has exactly one.
 *
 * @param number null for a source's id
 */
record TrackerTarget(
        TrackerSession session, TrackerId id, @Nullable CtmNumber number) {

    /**
     * Finds out what the id names.
     *
     * @throws ApiException {@link ErrorCode#RECORD_NOT_FOUND} when the account has no such number or source
     */
    static TrackerTarget of(TrackerSession session, TrackerId id) {
        return switch (id.kind()) {
            case NUMBER -> new TrackerTarget(session, id, TrackerLookup.known(() -> session.number(id.value())));
            case SOURCE -> {
                CtmSource found = TrackerLookup.known(() -> session.source(id.value()));
                yield new TrackerTarget(session, new TrackerId(id.kind(), found.id()), null);
            }
        };
    }

    /**
     * The source that may be changed or deleted.
     *
     * @throws ApiException {@link ErrorCode#TRACKER_SHARED_SOURCE} when other numbers have it too; {@link
     *     ErrorCode#CONFLICT} when the number has none
     */
    String source() {
        if (number == null) {
            return id.value();
        }
        String source = number.sourceId();
        if (source == null) {
            throw ApiException.of(ErrorCode.CONFLICT, "The number has no source that could be changed or deleted");
        }
        long others = numbersOf(source).stream()
                .filter(one -> !one.id().equals(number.id()))
                .count();
        if (others > 0) {
            throw shared("The number's source is shared with " + said(others, "other number") + ": use its id " + source
                    + " to change it for all of them");
        }
        return source;
    }

    /**
     * The number that may be routed.
     *
     * @throws ApiException {@link ErrorCode#TRACKER_SHARED_SOURCE} when the source has several; {@link ErrorCode#CONFLICT}
     *     when it has none
     */
    CtmNumber numberToRoute() {
        if (number != null) {
            return number;
        }
        List<CtmNumber> numbers = numbersOf(id.value());
        if (numbers.isEmpty()) {
            throw ApiException.of(ErrorCode.CONFLICT, "The source has no number that could be routed to destination");
        }
        if (numbers.size() > 1) {
            throw shared("The source is shared by " + said(numbers.size(), "number")
                    + ": use the id of the one to be routed to destination");
        }
        return numbers.getFirst();
    }

    private List<CtmNumber> numbersOf(String source) {
        return TrackerLookup.known(() -> session.numbersOf(source)).items();
    }

    private static ApiException shared(String message) {
        return ApiException.of(ErrorCode.TRACKER_SHARED_SOURCE, message);
    }

    private static String said(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
