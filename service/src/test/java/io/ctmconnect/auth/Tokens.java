package io.ctmconnect.auth;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;

/** Signs tokens, good and bad ones. */
final class Tokens {
    static final String ACCOUNT = "6655a1f0c2d3e4f5a6b7c8d9";

    private Tokens() {}

    /** The claims of a good token. */
    static JwtClaims claims() {
        JwtClaims claims = claimsWithoutExpiry();
        expire(claims, Duration.ofHours(1));
        return claims;
    }

    static JwtClaims claimsWithoutExpiry() {
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim("account_id", ACCOUNT);
        claims.setStringClaim("uid", "u1");
        claims.setStringClaim("scope", "external");
        return claims;
    }

    /** Sets when they expire, seen from now. */
    static void expire(JwtClaims claims, Duration in) {
        claims.setClaim("exp", Instant.now().plus(in).getEpochSecond());
    }

    static String hs256(JwtClaims claims, String secret) {
        return sign(AlgorithmIdentifiers.HMAC_SHA256, hmac(secret), null, claims);
    }

    static Key hmac(String secret) {
        return new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    static String sign(String algorithm, @Nullable Key key, @Nullable String keyId, JwtClaims claims) {
        return sign(algorithm, key, keyId, claims.toJson());
    }

    static String sign(String algorithm, @Nullable Key key, @Nullable String keyId, String payload) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setDoKeyValidation(false);
        token.setPayload(payload);
        if (key != null) {
            token.setKey(key);
        }
        if (keyId != null) {
            token.setKeyIdHeaderValue(keyId);
        }
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RsaJsonWebKey rsa(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static EllipticCurveJsonWebKey ec(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
