package io.ctmconnect.app;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Signs tokens as the platform does, for development and the demo. */
record DevelopmentToken(String secret) {
    String issue(String account, @Nullable String parent, @Nullable String user, String scope, Duration validFor) {
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim("account_id", account);
        if (parent != null) {
            claims.setStringClaim("parent_account", parent);
        }
        if (user != null) {
            claims.setStringClaim("uid", user);
        }
        claims.setStringClaim("scope", scope);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + validFor.toSeconds()));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
        jws.setDoKeyValidation(false);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "DevelopmentToken[***]";
    }
}
