package io.ctmconnect.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The console's addresses: {@code /console/} and the files below it. No token is needed for them; the page asks for one
 * and sends it to the API. What is not there is left to the next route, which answers in our envelope.
 */
@ApplicationScoped
class ConsoleRoutes {
    /** Only files from here, no inline script or style, and no text that is turned into markup. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "media-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            // Asked for again each time, and then mostly not sent again.
            "Cache-Control", "no-cache");

    private static final String ROOT = "/console";

    private final ConsoleSettings settings;
    private final Map<String, ConsoleFile> files = new ConcurrentHashMap<>();

    ConsoleRoutes(ConsoleSettings settings) {
        this.settings = settings;
    }

    void onRouter(@Observes Router router) {
        if (settings.enabled()) {
            router.get(ROOT + "*").handler(this::serve);
            router.head(ROOT + "*").handler(this::serve);
        }
    }

    private void serve(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(ROOT)) {
            // Relative, so that it is right behind a proxy with a prefix too.
            context.response()
                    .putHeader(HttpHeaders.LOCATION, "console/")
                    .setStatusCode(308)
                    .end();
            return;
        }
        ConsoleFile file = path.startsWith(ROOT + "/") ? file(path.substring(ROOT.length() + 1)) : null;
        if (file == null) {
            context.next();
        } else {
            answer(context, file);
        }
    }

    private @Nullable ConsoleFile file(String name) {
        return files.computeIfAbsent(
                name.isEmpty() ? "index.html" : name,
                wanted -> ConsoleFile.read(wanted).orElse(null));
    }

    private static void answer(RoutingContext context, ConsoleFile file) {
        HttpServerResponse response = context.response();
        HEADERS.forEach(response::putHeader);
        response.putHeader(HttpHeaders.ETAG, file.tag());
        if (file.tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                    .putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            String.valueOf(file.content().length()))
                    .end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
        }
    }
}
