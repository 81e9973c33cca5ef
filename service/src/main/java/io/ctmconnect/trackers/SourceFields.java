package io.ctmconnect.trackers;

import io.ctmconnect.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a source that a caller may set, but its name. A text that is given empty takes the old one away.
 *
 * @param referringUrl regular expression on the address that led a visitor to the site
 * @param landingUrl regular expression on the page on which a visitor landed
 * @param position in the order in which CTM tries sources
 * @param online whether visitors of the site are matched
 * @param defaultCost a decimal number
 */
record SourceFields(
        @Nullable String description,
        @Nullable String referringUrl,
        @Nullable String notReferrerUrl,
        @Schema(examples = "gclid=.+") @Nullable String landingUrl,
        @Nullable String notLandingUrl,
        @Nullable String crmTag,

        @Schema(description = "Whether visitors of the site are matched") @Nullable
        Boolean online,

        @Schema(minimum = "0", maximum = "1000000") @Nullable
        Integer position,

        @Schema(examples = "1.50") @Nullable String defaultCost,
        @Schema(examples = "off") @Nullable String geoMode) {
    private static final int LONG = 1000;
    private static final int MAX_POSITION = 1_000_000;

    static SourceFields of(Fields fields) {
        return new SourceFields(
                fields.line("description", LONG),
                fields.line("referring_url", LONG),
                fields.line("not_referrer_url", LONG),
                fields.line("landing_url", LONG),
                fields.line("not_landing_url", LONG),
                fields.line("crm_tag", LONG),
                fields.flag("online"),
                fields.has("position") ? fields.integer("position", 0, 0, MAX_POSITION) : null,
                fields.matching(
                        "default_cost",
                        text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?"),
                        "must be a decimal number of at least 0"),
                fields.matching("geo_mode", text -> text.matches("[A-Za-z0-9_-]{1,64}"), "must be a word"));
    }

    /**
     * Those that are given, as CTM names and writes them.
     *
     * @param name the source's; null when it is not given
     */
    Map<String, String> givenWith(@Nullable String name) {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "name", name);
        put(given, "description", description);
        put(given, "referring_url", referringUrl);
        put(given, "not_referrer_url", notReferrerUrl);
        put(given, "landing_url", landingUrl);
        put(given, "not_landing_url", notLandingUrl);
        put(given, "crm_tag", crmTag);
        put(given, "online", online == null ? null : online ? "1" : "0");
        put(given, "position", position == null ? null : position.toString());
        put(given, "default_cost", defaultCost);
        put(given, "geo_mode", geoMode);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
