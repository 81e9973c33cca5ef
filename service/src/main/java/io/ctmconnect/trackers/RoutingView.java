package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmRoute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where CTM puts a tracker's calls through to.
 *
 * @param type CTM's word: {@code receiving_number}, {@code voice_menu}, ...
 * @param mode how several telephones are dialled, in CTM's words
 */
record RoutingView(
        @Schema(examples = "receiving_number") @Nullable String type,
        @Schema(examples = "simultaneous") @Nullable String mode,
        List<RouteTargetView> destinations) {

    /**
     * A telephone, a menu or the like.
     *
     * @param number E.164, telephones only
     */
    record RouteTargetView(
            @Schema(examples = "RPNEFDF2CAC01FE5321F92F") @Nullable
            String id,

            @Schema(examples = "Front desk") @Nullable String name,
            @Schema(examples = "+14105550177") @Nullable String number) {}

    static @Nullable RoutingView of(@Nullable CtmRoute route) {
        return route == null
                ? null
                : new RoutingView(
                        route.type(),
                        route.mode(),
                        route.targets().stream()
                                .map(target -> new RouteTargetView(target.id(), target.name(), target.number()))
                                .toList());
    }
}
