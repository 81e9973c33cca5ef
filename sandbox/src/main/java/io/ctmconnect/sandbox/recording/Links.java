package io.ctmconnect.sandbox.recording;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links to the storage that are good for an hour, and knows its own again. */
public final class Links {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofHours(1);

    private final int port;
    private final Clock clock;
    private final SecretKeySpec key;

    /**
     * Links with a key of their own.
     *
     * @param port the storage's
     */
    public Links(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The address of a recording.
     *
     * @param origin of the API as the caller used it; the storage is another port of that host
     * @param format {@code wav} or {@code mp3}
     */
    public String to(String origin, long account, long call, String format) {
        String path = Storage.PREFIX + account + "/" + call + "." + format;
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        return "http://" + URI.create(origin).getHost() + ":" + port + path + "?expires=" + expires + "&signature="
                + signature(path, Long.toString(expires));
    }

    /** Whether a link was signed here and is still good. */
    boolean isGood(String path, String expires, String signature) {
        return expires.matches("\\d{1,18}")
                && Long.parseLong(expires) > clock.instant().getEpochSecond()
                && signature(path, expires).equals(signature);
    }

    private String signature(String path, String expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((path + "?" + expires).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
