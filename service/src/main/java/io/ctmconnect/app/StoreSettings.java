package io.ctmconnect.app;

import com.mongodb.ConnectionString;
import io.ctmconnect.settings.Environment;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where documents are kept.
 *
 * @param uri {@code MONGODB_URI}; null for the embedded store. It may hold a password: never printed
 * @param dataDirectory {@code DATA_DIR}: the embedded store's file and generated development keys
 * @param embeddedPort {@code EMBEDDED_MONGODB_PORT}: on loopback; 0 for any that is free
 */
record StoreSettings(@Nullable ConnectionString uri, Path dataDirectory, int embeddedPort) {
    private static final String URI = "MONGODB_URI";
    private static final String DATA_DIR = "DATA_DIR";

    static StoreSettings of(Environment environment) {
        return new StoreSettings(
                environment.text(URI).map(text -> uri(environment, text)).orElse(null),
                dataDirectory(environment),
                environment.integer("EMBEDDED_MONGODB_PORT", 0, 0, 65_535));
    }

    boolean isEmbedded() {
        return uri == null;
    }

    String database() {
        String named = uri == null ? null : uri.getDatabase();
        return named == null ? "ctm_connect" : named;
    }

    private static @Nullable ConnectionString uri(Environment environment, String text) {
        try {
            return new ConnectionString(text);
        } catch (IllegalArgumentException _) {
            environment.problem(URI, "must be a MongoDB connection string, mongodb:// or mongodb+srv://");
            return null;
        }
    }

    private static Path dataDirectory(Environment environment) {
        try {
            return Path.of(environment.text(DATA_DIR, "./data"));
        } catch (InvalidPathException _) {
            environment.problem(DATA_DIR, "must be a path");
            return Path.of("data");
        }
    }

    @Override
    public String toString() {
        return "StoreSettings[" + (isEmbedded() ? "embedded in " + dataDirectory : "MongoDB") + "]";
    }
}
