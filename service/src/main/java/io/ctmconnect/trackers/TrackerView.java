package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmNumber;
import io.ctmconnect.ctm.CtmRoute;
import io.ctmconnect.ctm.CtmSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A tracker in a list. What CTM does not say is null.
 *
 * @param id CTM's of the number; of the source, for a source that has not exactly one
 * @param sourceId CTM's of the source, null when the number has none
 * @param name the number's, else its source's
 * @param number E.164; null for a source that has not exactly one
 * @param formattedNumber for people
 * @param type always {@code source}
 * @param destination the first telephone that calls are put through to, E.164; null for a menu and the like
 */
record TrackerView(
        @Schema(examples = "TPN20F068005148EFB88AA6") String id,

        @Schema(examples = "TSO0A3EA99478F4865569") @Nullable
        String sourceId,

        @Schema(examples = "Ads landing page") @Nullable String name,
        @Schema(examples = "+12025550143") @Nullable String number,
        @Schema(examples = "(202) 555-0143") @Nullable String formattedNumber,

        @Schema(
                enumeration = {"source"},
                examples = "source")
        String type,

        @Schema(examples = "+14105550177") @Nullable String destination,
        @Schema(examples = "true") @Nullable Boolean active) {
    private static final String TYPE = "source";

    static TrackerView of(CtmNumber number) {
        CtmRoute route = number.route();
        return new TrackerView(
                number.id(),
                number.sourceId(),
                number.name() == null ? number.sourceName() : number.name(),
                number.number(),
                Optional.ofNullable(number.formatted()).orElseGet(() -> Phone.formatted(number.number())),
                TYPE,
                route == null ? null : route.destination(),
                number.active());
    }

    /** A source that has no number, or several. */
    static TrackerView of(CtmSource source) {
        return new TrackerView(source.id(), source.id(), source.name(), null, null, TYPE, null, source.online());
    }
}
