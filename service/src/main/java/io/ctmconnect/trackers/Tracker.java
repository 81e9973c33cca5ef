package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmRoute;
import io.ctmconnect.ctm.CtmSource;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A number with its source, or a source with its numbers.
 *
 * @param number null for a source that has not exactly one
 * @param source null for a number that has none
 * @param numbers the source's
 */
record Tracker(@Nullable CtmNumber number, @Nullable CtmSource source, List<CtmNumber> numbers) {
    static Tracker of(CtmNumber number) {
        return new Tracker(number, null, List.of());
    }

    static Tracker of(CtmSource source, List<CtmNumber> numbers) {
        return new Tracker(numbers.size() == 1 ? numbers.getFirst() : null, source, numbers);
    }

    @Nullable
    CtmRoute route() {
        return number == null ? null : number.route();
    }
}
