package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A tracking number of a CTM account. CTM may leave out any field but the id.
 *
 * @param id opaque, {@code TPN...}
 * @param name the number's own
 * @param number E.164
 * @param formatted for people
 * @param sourceId the source that it belongs to, {@code TSO...}; null for none
 * @param route null when it has none
 */
public record CtmNumber(
        String id,
        @Nullable String name,
        @Nullable String number,
        @Nullable String formatted,
        @Nullable Boolean active,
        @Nullable String sourceId,
        @Nullable String sourceName,
        @Nullable CtmRoute route) {

    static Optional<CtmNumber> of(JsonNode json) {
        CtmJson fields = new CtmJson(json);
        CtmJson source = fields.object("source");
        return Optional.ofNullable(fields.id("id"))
                .map(id -> new CtmNumber(
                        id,
                        fields.text("name"),
                        fields.text("number"),
                        fields.text("formatted"),
                        active(fields),
                        source.id("id"),
                        source.text("name"),
                        CtmRoute.of(json.path("route_to")).orElse(null)));
    }

    private static @Nullable Boolean active(CtmJson fields) {
        String status = fields.text("status");
        Boolean active = fields.flag("active");
        return (active != null || status == null) ? active : Boolean.valueOf("active".equals(status));
    }
}
