package io.ctmconnect.auth;

import io.ctmconnect.http.ApiException;
import io.ctmconnect.http.ErrorCode;
import jakarta.inject.Singleton;
import org.bson.types.ObjectId;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verifies the platform's JWT. Each algorithm has its own key, so that a token cannot choose which key it is checked
 * with; {@code none} and everything but HS256, RS256 and ES256 is refused. {@code exp} must be there; the leeway is 30 s.
 */
@Singleton
class TokenVerifier {
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.HMAC_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final JwtConsumer consumer;

    TokenVerifier(AuthSettings settings) {
        consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new VerificationKeys(settings))
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setRelaxVerificationKeyValidation()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(30)
                .setSkipDefaultAudienceValidation()
                .build();
    }

    /**
     * The caller that a token names.
     *
     * @throws ApiException {@link ErrorCode#UNAUTHORIZED} for every token that does not hold, without saying why;
     *     {@link ErrorCode#UNAVAILABLE} when the key set cannot be fetched
     */
    Caller verify(String token) {
        try {
            return caller(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            boolean noKeys = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(VerificationKeys.KeySetUnavailableException.class::isInstance);
            throw noKeys ? noKeys() : ApiException.of(ErrorCode.UNAUTHORIZED);
        } catch (MalformedClaimException _) {
            throw ApiException.of(ErrorCode.UNAUTHORIZED);
        }
    }

    private static ApiException noKeys() {
        return ApiException.of(ErrorCode.UNAVAILABLE, "The platform's key set cannot be fetched; try again later")
                .withRetryAfter(Duration.ofSeconds(5));
    }

    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        String account = claims.getClaimValueAsString("account_id");
        if (account == null || !ObjectId.isValid(account)) {
            throw ApiException.of(ErrorCode.UNAUTHORIZED);
        }
        String user = claims.getClaimValueAsString("uid");
        return new Caller(new ObjectId(account), user == null ? claims.getSubject() : user, scope(claims));
    }

    private static Set<String> scope(JwtClaims claims) throws MalformedClaimException {
        Object scope = claims.getClaimValue("scope");
        List<?> words = scope instanceof List<?> list ? list : scope == null ? List.of() : List.of(scope);
        return words.stream()
                .filter(Objects::nonNull)
                .flatMap(word -> Stream.of(word.toString().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
