package io.ctmconnect.auth;

import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.secrets.Secret;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.RsaKeyUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.security.Key;
import java.security.PublicKey;

import static io.ctmconnect.auth.Tokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

class PublicKeyTokensTest {
    private static final RsaJsonWebKey RSA = Tokens.rsa("r1");
    private static final EllipticCurveJsonWebKey EC = Tokens.ec("e1");

    private static TokenVerifier verifier(@Nullable String secret, PublicKey key) {
        return new TokenVerifier(new AuthSettings(secret == null ? null : Secret.of(secret), key, null));
    }

    private static void assertAccepted(TokenVerifier verifier, String algorithm, Key key) {
        assertThat(verifier.verify(Tokens.sign(algorithm, key, null, claims())).user())
                .isEqualTo("u1");
    }

    private static void assertRefused(TokenVerifier verifier, String algorithm, Key key) {
        String token = Tokens.sign(algorithm, key, null, claims());
        assertThat(ApiErrors.thrownBy(() -> verifier.verify(token)).code()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void anRsaKeyVerifiesRs256() {
        assertAccepted(verifier(null, RSA.getPublicKey()), "RS256", RSA.getPrivateKey());
    }

    @Test
    void anEcKeyVerifiesEs256() {
        assertAccepted(verifier(null, EC.getPublicKey()), "ES256", EC.getPrivateKey());
    }

    @Test
    void anotherKeyIsRefused() {
        assertRefused(
                verifier(null, RSA.getPublicKey()), "RS256", Tokens.rsa("r2").getPrivateKey());
        assertRefused(
                verifier(null, EC.getPublicKey()), "ES256", Tokens.ec("e2").getPrivateKey());
    }

    @Test
    void aKeyOfTheOtherKindIsRefused() {
        assertRefused(verifier(null, RSA.getPublicKey()), "ES256", EC.getPrivateKey());
        assertRefused(verifier(null, EC.getPublicKey()), "RS256", RSA.getPrivateKey());
    }

    @Test
    void anotherAlgorithmOfTheSameKeyIsRefused() {
        assertRefused(verifier(null, RSA.getPublicKey()), "RS512", RSA.getPrivateKey());
        assertRefused(verifier(null, RSA.getPublicKey()), "PS256", RSA.getPrivateKey());
    }

    @Test
    void thePublicKeyIsNoSecretForHs256() {
        String pem = RsaKeyUtil.pemEncode(RSA.getPublicKey());

        for (String bytes : new String[] {
            pem,
            pem.strip(),
            pem.replace("\r\n", "\n"),
            pem.replace("\r\n", "\n").strip()
        }) {
            assertRefused(verifier(null, RSA.getPublicKey()), "HS256", Tokens.hmac(bytes));
            assertRefused(verifier("the secret", RSA.getPublicKey()), "HS256", Tokens.hmac(bytes));
        }
        assertRefused(
                verifier(null, RSA.getPublicKey()),
                "HS256",
                new HmacKey(RSA.getPublicKey().getEncoded()));
    }

    @Test
    void aSecretAndAPublicKeyBothVerifyTheirOwnAlgorithm() {
        TokenVerifier verifier = verifier("the secret", RSA.getPublicKey());

        assertAccepted(verifier, "HS256", Tokens.hmac("the secret"));
        assertAccepted(verifier, "RS256", RSA.getPrivateKey());
        assertRefused(verifier, "HS256", Tokens.hmac("another"));
    }

    @Test
    void aSecretAloneVerifiesNoSignatureOfAKey() {
        TokenVerifier verifier = new TokenVerifier(new AuthSettings(Secret.of("the secret"), null, null));

        assertRefused(verifier, "RS256", RSA.getPrivateKey());
        assertRefused(verifier, "ES256", EC.getPrivateKey());
    }
}
