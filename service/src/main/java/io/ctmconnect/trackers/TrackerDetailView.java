package io.ctmconnect.trackers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * One tracker.
 *
 * @param tracker the fields of the list, on the same level
 * @param routing where calls are put through to; null for a source that has not exactly one number
 * @param source null when the number has none
 * @param numbers all numbers of the source: more than one when it is shared
 */
record TrackerDetailView(
        @JsonUnwrapped TrackerView tracker,
        @Nullable RoutingView routing,
        @Nullable SourceView source,
        List<TrackerView> numbers) {

    static TrackerDetailView of(Tracker tracker) {
        TrackerView view = tracker.number() == null
                ? TrackerView.of(Objects.requireNonNull(tracker.source()))
                : TrackerView.of(tracker.number());
        return new TrackerDetailView(
                view,
                RoutingView.of(tracker.route()),
                SourceView.of(tracker.source()),
                tracker.numbers().stream().map(TrackerView::of).toList());
    }
}
