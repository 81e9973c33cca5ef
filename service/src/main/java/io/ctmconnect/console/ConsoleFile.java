package io.ctmconnect.console;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of the console, as it is in the classpath.
 *
 * @param type its media type
 * @param tag its entity tag, in quotes
 */
record ConsoleFile(Buffer content, String type, String tag) {
    private static final String FOLDER = "/console/";
    /** Names as ours are: no dot at the beginning, so that no path leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z-]*/){0,3}[a-z][a-z-]*(\\.(?:html|css|js|svg))");

    private static final Map<String, String> TYPES = Map.of(
            ".html", "text/html;charset=UTF-8",
            ".css", "text/css;charset=UTF-8",
            ".js", "text/javascript;charset=UTF-8",
            ".svg", "image/svg+xml");

    /**
     * Reads a file; empty when there is none of that name.
     *
     * @param name its path in the console's folder
     */
    static Optional<ConsoleFile> read(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = String.valueOf(TYPES.get(matcher.group(1)));
        return Optional.ofNullable(bytes(name))
                .map(content -> new ConsoleFile(Buffer.buffer(content), type, tag(content)));
    }

    private static byte @Nullable [] bytes(String name) {
        try (InputStream stream = ConsoleFile.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
