package io.ctmconnect.auth;

import io.ctmconnect.secrets.Secret;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Finds the key for a token by its algorithm: the secret for HS256 only, public keys for RS256 and ES256 only. */
class VerificationKeys implements VerificationKeyResolver {
    /** Old keys stay in use for this long while the key set cannot be fetched. */
    private static final long KEEP_KEYS_SECONDS = 3600;

    private final @Nullable Key secret;
    private final @Nullable PublicKey publicKey;
    private final @Nullable HttpsJwks keySet;
    private final @Nullable VerificationKeyResolver keySetResolver;

    VerificationKeys(AuthSettings settings) {
        secret = hmacKey(settings.secret());
        publicKey = settings.publicKey();
        keySet = settings.jwksUrl() == null
                ? null
                : new HttpsJwks(settings.jwksUrl().toString());
        if (keySet != null) {
            keySet.setRetainCacheOnErrorDuration(KEEP_KEYS_SECONDS);
        }
        keySetResolver = keySet == null ? null : new HttpsJwksVerificationKeyResolver(keySet);
    }

    private static @Nullable Key hmacKey(@Nullable Secret secret) {
        return secret == null ? null : new HmacKey(secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        Key key = switch (token.getAlgorithmHeaderValue()) {
            case AlgorithmIdentifiers.HMAC_SHA256 -> secret;
            case AlgorithmIdentifiers.RSA_USING_SHA256 ->
                publicKey instanceof RSAPublicKey ? publicKey : fromKeySet(token, nesting);
            case AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 ->
                publicKey instanceof ECPublicKey ? publicKey : fromKeySet(token, nesting);
            case null, default -> null;
        };
        if (key == null) {
            throw new UnresolvableKeyException("no key for this algorithm");
        }
        return key;
    }

    private @Nullable Key fromKeySet(JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        if (keySet == null || keySetResolver == null) {
            return null;
        }
        try {
            keySet.getJsonWebKeys();
        } catch (IOException | JoseException e) {
            throw new KeySetUnavailableException(e);
        }
        return keySetResolver.resolveKey(token, nesting);
    }

    static final class KeySetUnavailableException extends RuntimeException {
        KeySetUnavailableException(Throwable cause) {
            super("the key set cannot be fetched", cause);
        }
    }
}
