package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Optional;

/**
 * An account at CTM. A list row and a detail answer fill different fields.
 *
 * @param id CTM's number as text
 * @param agencyId the agency it belongs to; CTM knows no other hierarchy
 * @param created as CTM writes it; the format is not documented
 * @param timezone the IANA name where CTM gives it, else CTM's (Rails') own name
 * @param balanceCents US cents
 */
public record CtmAccount(
        @Nullable String id,
        @Nullable String name,
        @Nullable String status,
        @Nullable String agencyId,
        @Nullable String userRole,
        @Nullable String created,
        @Nullable String updated,
        @Nullable String website,
        @Nullable String timezone,
        @Nullable Long balanceCents) {

    static CtmAccount of(JsonNode json) {
        CtmJson fields = new CtmJson(json);
        return new CtmAccount(
                fields.text("id"),
                fields.text("name"),
                fields.text("status"),
                fields.text("agency_id"),
                fields.text("user_role"),
                fields.text("created"),
                fields.text("updated"),
                fields.firstText("website", "website_url"),
                fields.firstText("timezone_name", "timezone"),
                fields.object("balance").number("cents"));
    }

    /** The zone that decides the account's days; empty when CTM gives none, or one that is not known here. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(timezone).flatMap(TimeZones::named);
    }
}
