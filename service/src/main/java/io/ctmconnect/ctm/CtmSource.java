package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A source: the rules by which CTM shows its numbers to visitors. CTM may leave out any field but the id.
 *
 * @param id opaque, {@code TSO...}
 * @param filterId the number by which calls name it
 * @param referringUrl regular expression on the visitor's referrer; likewise the other three
 * @param position in the order in which CTM tries its sources
 * @param online whether visitors of the web site are matched
 * @param defaultCost a decimal number
 * @param geoMode {@code off}, or how callers are told apart by place
 */
public record CtmSource(
        String id,
        @Nullable String filterId,
        @Nullable String name,
        @Nullable String accountId,
        @Nullable String description,
        @Nullable String referringUrl,
        @Nullable String notReferrerUrl,
        @Nullable String landingUrl,
        @Nullable String notLandingUrl,
        @Nullable Long position,
        @Nullable Boolean online,
        @Nullable String crmTag,
        @Nullable String defaultCost,
        @Nullable String geoMode) {

    static Optional<CtmSource> of(JsonNode json) {
        CtmJson fields = new CtmJson(json);
        return Optional.ofNullable(fields.id("id"))
                .map(id -> new CtmSource(
                        id,
                        fields.text("filter_id"),
                        fields.text("name"),
                        fields.text("account_id"),
                        fields.text("description"),
                        fields.text("referring_url"),
                        fields.text("not_referrer_url"),
                        fields.text("landing_url"),
                        fields.text("not_landing_url"),
                        fields.number("position"),
                        fields.flag("online"),
                        fields.text("crm_tag"),
                        fields.text("default_cost"),
                        fields.text("geo_mode")));
    }
}
