package io.ctmconnect.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JWT as the platform signs it. */
final class Token {
    /** The platform account that the load driver uses. */
    static final String ACCOUNT = "65f0a1b2c3d4e5f60718a001";

    /** Another one. */
    static final String OTHER_ACCOUNT = "65f0a1b2c3d4e5f60718a002";

    private static final int LIFE_SECONDS = 3600;

    private Token() {}

    /** A token of an account for an hour. */
    static String of(String secret, String account) {
        long expires = Instant.now().plusSeconds(LIFE_SECONDS).getEpochSecond();
        String content = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + base64("{\"account_id\":\"%s\",\"uid\":\"%s\",\"exp\":%d}".formatted(account, account, expires));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
