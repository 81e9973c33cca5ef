package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a tracking number puts calls through to.
 *
 * @param type CTM's word: {@code receiving_number}, {@code voice_menu}, ...
 * @param mode how several are dialled: {@code simultaneous}, {@code round_robin}, {@code least_connected}
 * @param targets in CTM's order; one for a menu and the like
 */
public record CtmRoute(@Nullable String type, @Nullable String mode, List<Target> targets) {
    /**
     * A receiving number, a menu or the like.
     *
     * @param number E.164, receiving numbers only
     */
    public record Target(
            @Nullable String id,
            @Nullable String name,
            @Nullable String number) {
        static Target of(JsonNode json) {
            CtmJson fields = new CtmJson(json);
            return new Target(fields.id("id"), fields.text("name"), fields.text("number"));
        }
    }

    /** {@code dial} is an array for receiving numbers and an object for the rest. */
    static Optional<CtmRoute> of(JsonNode routeTo) {
        CtmJson fields = new CtmJson(routeTo);
        JsonNode dial = routeTo.path("dial");
        Stream<JsonNode> dialled = dial.isArray() ? dial.valueStream() : Stream.of(dial);
        List<Target> targets =
                dialled.filter(JsonNode::isObject).map(Target::of).toList();
        CtmRoute route = new CtmRoute(fields.text("type"), fields.text("mode"), targets);
        return route.type() == null && targets.isEmpty() ? Optional.empty() : Optional.of(route);
    }

    /** The first receiving number, E.164; null when calls go elsewhere. */
    public @Nullable String destination() {
        return targets.stream()
                .map(Target::number)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }
}
