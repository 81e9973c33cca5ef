package io.ctmconnect.auth;

import io.ctmconnect.http.ApiErrors;
import io.ctmconnect.secrets.Secret;
import org.bson.types.ObjectId;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import static io.ctmconnect.auth.Tokens.ACCOUNT;
import static io.ctmconnect.auth.Tokens.claims;
import static io.ctmconnect.auth.Tokens.claimsWithoutExpiry;
import static io.ctmconnect.auth.Tokens.hs256;
import static org.assertj.core.api.Assertions.assertThat;

class TokenVerifierTest {
    private static final String SECRET = "a secret that the platform shares with us";
    private static final TokenVerifier VERIFIER = verifier(SECRET);

    private static TokenVerifier verifier(String secret) {
        return new TokenVerifier(new AuthSettings(Secret.of(secret), null, null));
    }

    private static Caller accepted(JwtClaims claims) {
        return VERIFIER.verify(hs256(claims, SECRET));
    }

    private static void assertRefused(String token) {
        assertThat(ApiErrors.thrownBy(() -> VERIFIER.verify(token)).code()).isEqualTo("UNAUTHORIZED");
    }

    private static void assertRefused(JwtClaims claims) {
        assertRefused(hs256(claims, SECRET));
    }

    private static JwtClaims with(String claim, Object value) {
        JwtClaims claims = claims();
        claims.setClaim(claim, value);
        return claims;
    }

    private static JwtClaims without(String claim) {
        JwtClaims claims = claims();
        claims.unsetClaim(claim);
        return claims;
    }

    @Test
    void aGoodTokenNamesItsCaller() {
        assertThat(accepted(claims())).isEqualTo(new Caller(new ObjectId(ACCOUNT), "u1", Set.of("external")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 bytes!", "x", "pässwörd"})
    void aShortSecretWorks(String secret) {
        assertThat(verifier(secret).verify(hs256(claims(), secret)).user()).isEqualTo("u1");
    }

    @Test
    void anotherSecretIsRefused() {
        assertRefused(hs256(claims(), SECRET + "!"));
    }

    @Test
    void aTokenIsRefusedAfterItsExpiryAndTheLeeway() {
        JwtClaims claims = claims();
        Tokens.expire(claims, Duration.ofMinutes(-1));

        assertRefused(claims);
    }

    @Test
    void aTokenIsAcceptedWithinTheLeeway() {
        JwtClaims claims = claims();
        Tokens.expire(claims, Duration.ofSeconds(-5));

        assertThat(accepted(claims).user()).isEqualTo("u1");
    }

    @Test
    void aTokenMustExpire() {
        assertRefused(claimsWithoutExpiry());
    }

    @Test
    void anExpiryMustBeANumber() {
        assertRefused(with("exp", "tomorrow"));
        assertRefused(with("exp", List.of()));
    }

    @Test
    void aTokenIsRefusedBeforeItsTime() {
        JwtClaims claims = claims();
        claims.setNotBeforeMinutesInThePast(-5);

        assertRefused(claims);
    }

    @Test
    void anAudienceAndAnIssuerAreNoObstacle() {
        assertThat(accepted(with("aud", "platform")).user()).isEqualTo("u1");
        assertThat(accepted(with("iss", "platform")).user()).isEqualTo("u1");
    }

    @Test
    void theAccountMustBeNamed() {
        assertRefused(without("account_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "482913", "6655a1f0c2d3e4f5a6b7c8d", "6655a1f0c2d3e4f5a6b7c8dg", "6655a1f0c2d3e4f5a6b7c8d90"
            })
    void theAccountMustBe24HexadecimalDigits(String account) {
        assertRefused(with("account_id", account));
    }

    @Test
    void theAccountMustBeText() {
        assertRefused(with("account_id", 7));
        assertRefused(with("account_id", List.of(ACCOUNT)));
    }

    @Test
    void theUserIsTheSubjectWhenThereIsNoUid() {
        JwtClaims claims = without("uid");
        claims.setSubject("s1");

        assertThat(accepted(claims).user()).isEqualTo("s1");
    }

    @Test
    void theUidCountsMoreThanTheSubject() {
        assertThat(accepted(with("sub", "s1")).user()).isEqualTo("u1");
    }

    @Test
    void theUserMayBeUnknown() {
        assertThat(accepted(without("uid")).user()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'',0", "external,1", "'external  admin ',2", "'a\tb\nc',3", "'a a',1"})
    void theScopeIsWords(String scope, int words) {
        assertThat(accepted(with("scope", scope)).scope()).hasSize(words).doesNotContain("");
    }

    @Test
    void theScopeMayBeAListOrMissing() {
        assertThat(accepted(with("scope", List.of("a b", "c"))).scope()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(accepted(without("scope")).scope()).isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(Tokens.sign("none", null, null, claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512"})
    void anotherHmacIsRefused(String algorithm) {
        assertRefused(Tokens.sign(algorithm, Tokens.hmac(SECRET.repeat(2)), null, claims()));
        TokenVerifier verifier = verifier(SECRET.repeat(2));
        String token = Tokens.sign(algorithm, Tokens.hmac(SECRET.repeat(2)), null, claims());
        assertThat(ApiErrors.thrownBy(() -> verifier.verify(token)).code()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void noWordOfAScopeIsNoWord() {
        String token = Tokens.sign(
                "HS256", Tokens.hmac(SECRET), null, claims().toJson().replace("\"external\"", "[null,\"external\"]"));

        assertThat(VERIFIER.verify(token).scope()).contains("external");
    }
}
