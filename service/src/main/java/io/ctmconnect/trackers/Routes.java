package io.ctmconnect.trackers;

import io.ctmconnect.ctm.CtmRoute;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.stream.Collectors;

/** Compares routes and says them to people. */
final class Routes {
    private Routes() {}

    /** Whether calls go the same way; how its stations are named does not matter. */
    static boolean same(@Nullable CtmRoute one, @Nullable CtmRoute other) {
        if (one == null
                || other == null
                || one.targets().isEmpty()
                || other.targets().isEmpty()) {
            return isNone(one) && isNone(other);
        }
        return Objects.equals(one.type(), other.type())
                && Objects.equals(one.mode(), other.mode())
                && keys(one).equals(keys(other));
    }

    private static boolean isNone(@Nullable CtmRoute route) {
        return route == null || route.targets().isEmpty();
    }

    private static String keys(CtmRoute route) {
        return route.targets().stream()
                .map(target -> target.id() == null ? target.number() : target.id())
                .collect(Collectors.joining(" "));
    }

    /** As {@code was routed to Front desk, +14105550178 (simultaneous)}. */
    static String said(String verb, @Nullable CtmRoute route) {
        if (route == null || route.targets().isEmpty()) {
            return verb + " nothing";
        }
        String targets = route.targets().stream()
                .map(target -> target.number() == null ? target.name() : target.number())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return verb + " " + targets + (route.mode() == null ? "" : " (" + route.mode() + ")");
    }
}
