package io.ctmconnect.trackers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tracker whose source was deleted.
 *
 * @param id as it was asked for
 * @param sourceId CTM's of the deleted source
 * @param deleted always true
 */
record DeletedTrackerView(
        @Schema(examples = "TSO0A3EA99478F4865569") String id,
        @Schema(examples = "TSO0A3EA99478F4865569") String sourceId,
        boolean deleted) {}
