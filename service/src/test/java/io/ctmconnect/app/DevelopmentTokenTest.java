package io.ctmconnect.app;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentTokenTest {
    private static final String ACCOUNT = "6655a1f0c2d3e4f5a6b7c8d9";
    private static final String PARENT = "6655a1f0c2d3e4f5a6b7c8d0";

    private static JwtClaims verified(String token, String secret) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setRelaxVerificationKeyValidation()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .build()
                .processToClaims(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a secret that is long enough for anybody", "pässwörd"})
    void aTokenIsSignedWithWhateverSecretThePlatformHas(String secret) throws Exception {
        String token = new DevelopmentToken(secret).issue(ACCOUNT, PARENT, "7", "external admin", Duration.ofHours(1));

        JwtClaims claims = verified(token, secret);

        assertThat(claims.getStringClaimValue("account_id")).isEqualTo(ACCOUNT);
        assertThat(claims.getStringClaimValue("parent_account")).isEqualTo(PARENT);
        assertThat(claims.getStringClaimValue("uid")).isEqualTo("7");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("external admin");
    }

    @Test
    void itIsValidForAsLongAsAsked() throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims =
                verified(new DevelopmentToken("s").issue(ACCOUNT, null, null, "external", Duration.ofHours(1)), "s");

        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isBetween(3_599L, 3_660L);
    }

    @Test
    void whatIsNotGivenIsNotClaimed() throws InvalidJwtException {
        JwtClaims claims =
                verified(new DevelopmentToken("s").issue(ACCOUNT, null, null, "external", Duration.ofHours(1)), "s");

        assertThat(claims.getClaimNames()).containsExactlyInAnyOrder("account_id", "scope", "iat", "exp");
    }
}
