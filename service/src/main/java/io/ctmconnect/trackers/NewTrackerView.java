package io.ctmconnect.trackers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ctmconnect.trackers.TrackerCreation.Created;

import java.util.List;

/**
 * A tracker that was just created.
 *
 * @param tracker as a look at it shows it, on the same level
 * @param warnings what CTM has to say of it, and what was asked for and not done; empty as a rule
 */
record NewTrackerView(@JsonUnwrapped TrackerDetailView tracker, List<String> warnings) {
    static NewTrackerView of(Created created) {
        return new NewTrackerView(TrackerDetailView.of(created.tracker()), created.warnings());
    }
}
