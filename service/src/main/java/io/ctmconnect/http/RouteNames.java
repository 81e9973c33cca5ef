package io.ctmconnect.http;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes the matched route's template for the log, never the path itself: paths hold ids. */
@Provider
class RouteNames implements ContainerRequestFilter {
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MDC.put(LogField.ROUTE, templates.computeIfAbsent(resource.getResourceMethod(), RouteNames::template));
    }

    private static String template(Method method) {
        String path = path(method.getDeclaringClass().getAnnotation(Path.class)) + "/"
                + path(method.getAnnotation(Path.class));
        return ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
