package io.ctmconnect.webhooks;

import io.ctmconnect.secrets.Secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * CTM's signature of an event: {@code X-CTM-Signature} is Base64(HMAC-SHA1(secret, {@code X-CTM-Time} + raw body)). By
 * CTM's own C# and Kenshoo samples.
 *
 * @param time {@code X-CTM-Time} as it came; its format is not documented
 * @param value {@code X-CTM-Signature} as it came
 */
record Signature(String time, String value) {
    private static final String ALGORITHM = "HmacSHA1";

    /** Whether this secret has signed the body. Takes the same time whatever differs. */
    boolean isBy(Secret secret, byte[] body) {
        byte[] expected = Base64.getEncoder().encode(mac(secret, body));
        return MessageDigest.isEqual(expected, value.strip().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(time.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
