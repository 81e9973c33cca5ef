package io.ctmconnect.auth;

import io.ctmconnect.secrets.Secret;
import io.ctmconnect.settings.Environment;
import org.jose4j.keys.EcKeyUtil;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Optional;

/**
 * What a caller's JWT is verified with; at least one is set.
 *
 * @param secret {@code JWT_SECRET}: verifies HS256
 * @param publicKey {@code JWT_PUBLIC_KEY}: an RSA key verifies RS256, an EC key ES256
 * @param jwksUrl {@code JWT_JWKS_URL}: a key set that verifies RS256 and ES256
 */
public record AuthSettings(
        @Nullable Secret secret,
        @Nullable PublicKey publicKey,
        @Nullable URI jwksUrl) {
    private static final String PUBLIC_KEY = "JWT_PUBLIC_KEY";
    private static final String JWKS_URL = "JWT_JWKS_URL";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    /** Reads the keys of this package. */
    public static AuthSettings of(Environment environment) {
        Secret secret = environment.text("JWT_SECRET").map(Secret::of).orElse(null);
        Optional<String> pem = environment.text(PUBLIC_KEY);
        boolean jwks = environment.text(JWKS_URL).isPresent();
        if (secret == null && pem.isEmpty() && !jwks) {
            environment.problem("JWT_SECRET", "must be set (or JWT_PUBLIC_KEY, or JWT_JWKS_URL)");
        }
        return new AuthSettings(
                secret,
                pem.map(text -> publicKey(environment, text)).orElse(null),
                environment.httpAddressWithQuery(JWKS_URL));
    }

    private static @Nullable PublicKey publicKey(Environment environment, String pemOrPath) {
        try {
            String pem = pemOrPath.startsWith("-----")
                    ? pemOrPath.replace("\\n", "\n")
                    : Files.readString(Path.of(pemOrPath));
            return publicKey(pem);
        } catch (IOException | IllegalArgumentException _) {
            environment.problem(PUBLIC_KEY, "must be an RSA or EC public key in PEM, or the path of a file with one");
            return null;
        }
    }

    private static PublicKey publicKey(String pem) {
        if (!pem.strip().startsWith(PEM_BEGIN) || !pem.strip().endsWith(PEM_END)) {
            throw new IllegalArgumentException("no public key in PEM");
        }
        try {
            return new RsaKeyUtil().fromPemEncoded(pem);
        } catch (JoseException | InvalidKeySpecException _) {
            return ecKey(pem);
        }
    }

    private static PublicKey ecKey(String pem) {
        try {
            return new EcKeyUtil().fromPemEncoded(pem);
        } catch (JoseException | InvalidKeySpecException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
