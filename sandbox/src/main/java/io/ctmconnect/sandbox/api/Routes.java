package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Router;

import java.util.Optional;

/** The routes of the API, relative to {@code /api/v1}. */
final class Routes {

    record Route(Endpoint endpoint, boolean open) {}

    private final Router<Route> router = new Router<>();

    /** A route for callers who proved who they are. */
    Routes add(String method, String pattern, Endpoint endpoint) {
        router.add(method, pattern, new Route(endpoint, false));
        return this;
    }

    /** A route for everybody. */
    Routes open(String method, String pattern, Endpoint endpoint) {
        router.add(method, pattern, new Route(endpoint, true));
        return this;
    }

    Optional<Router.Match<Route>> find(String method, String path) {
        return router.find(method, path);
    }
}
