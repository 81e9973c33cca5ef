package io.ctmconnect.sandbox.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what answers a method and path. Patterns are literal segments and {@code {names}}; the first one added wins.
 *
 * @param <E> what is found
 */
public final class Router<E> {

    /** What a path leads to, and the values of the pattern's names. */
    public record Match<E>(E endpoint, Map<String, String> vars) {}

    private record Route<E>(String method, List<String> pattern, E endpoint) {}

    private final List<Route<E>> routes = new ArrayList<>();

    /** Adds a route. */
    public Router<E> add(String method, String pattern, E endpoint) {
        routes.add(new Route<>(method, segments(pattern), endpoint));
        return this;
    }

    /** The first route that fits. */
    public Optional<Match<E>> find(String method, String path) {
        List<String> segments = segments(path);
        for (Route<E> route : routes) {
            if (route.method().equals(method) && route.pattern().size() == segments.size()) {
                Optional<Map<String, String>> vars = match(route.pattern(), segments);
                if (vars.isPresent()) {
                    return Optional.of(new Match<>(route.endpoint(), vars.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        Map<String, String> vars = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                vars.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(vars);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
