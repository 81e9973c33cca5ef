package io.ctmconnect.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** CTM's opaque ids: a prefix and hex digits, made from what they name. */
public final class OpaqueId {

    private OpaqueId() {}

    /** Upper-case letters and 64 upper-case hex digits, as of numbers and sources. */
    public static String of(String prefix, Object named) {
        return prefix + hex(prefix + named).toUpperCase(Locale.ROOT);
    }

    /** The same with 48 digits, as of users. */
    public static String shorter(String prefix, Object named) {
        return of(prefix, named).substring(0, prefix.length() + 48);
    }

    /** A Twilio-like sid: two letters and 32 lower-case hex digits. */
    public static String sid(String prefix, Object named) {
        return prefix + hex(prefix + named).substring(0, 32);
    }

    private static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
