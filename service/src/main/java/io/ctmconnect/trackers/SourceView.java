package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tracker's source as CTM has it.
 *
 * @param filterId the number by which CTM's calls name it
 * @param referringUrl regular expression on the address that led a visitor to the site
 * @param landingUrl regular expression on the page on which a visitor landed
 * @param position in the order in which CTM tries sources
 * @param online whether visitors of the site are matched
 * @param defaultCost a decimal number
 */
record SourceView(
        @Schema(examples = "TSO0A3EA99478F4865569") String id,
        @Schema(examples = "71502") @Nullable String filterId,
        @Schema(examples = "Google Ads") @Nullable String name,
        @Schema(examples = "482913") @Nullable String accountId,
        @Nullable String description,
        @Nullable String referringUrl,
        @Nullable String notReferrerUrl,
        @Schema(examples = "gclid=.+") @Nullable String landingUrl,
        @Nullable String notLandingUrl,
        @Schema(examples = "1") @Nullable Long position,
        @Schema(examples = "true") @Nullable Boolean online,
        @Nullable String crmTag,
        @Schema(examples = "0.0") @Nullable String defaultCost,
        @Schema(examples = "off") @Nullable String geoMode) {

    static @Nullable SourceView of(@Nullable CtmSource source) {
        return source == null
                ? null
                : new SourceView(
                        source.id(),
                        source.filterId(),
                        source.name(),
                        source.accountId(),
                        source.description(),
                        source.referringUrl(),
                        source.notReferrerUrl(),
                        source.landingUrl(),
                        source.notLandingUrl(),
                        source.position(),
                        source.online(),
                        source.crmTag(),
                        source.defaultCost(),
                        source.geoMode());
    }
}
