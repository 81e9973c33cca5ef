package io.ctmconnect.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs JWTs as the platform does, by code of its own. */
final class Tokens {
    static final String SECRET = "platform-secret-of-the-tests-0123456789";

    private Tokens() {}

    static String of(String account) {
        return of(account, Instant.now().plusSeconds(3600));
    }

    static String of(String account, Instant expires) {
        return sign("{\"account_id\":\"%s\",\"uid\":\"65f0a1b2c3d4e5f60718293a\",\"scope\":\"external\",\"exp\":%d}"
                .formatted(account, expires.getEpochSecond()));
    }

    static String sign(String claims) {
        try {
            String content = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
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
