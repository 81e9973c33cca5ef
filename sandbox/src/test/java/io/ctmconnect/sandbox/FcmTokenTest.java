package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FcmTokenTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    private final Jwts jwts = Jwts.of(probe.sandbox());

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private Probe.Answer ask(String grant, String assertion) {
        return probe.asNobody()
                .postForm(
                        jwts.account().path("token_uri").asText(),
                        "grant_type=" + Probe.encode(grant) + "&assertion=" + assertion);
    }

    private Probe.Answer ask(ObjectNode claims) {
        return ask(GRANT, jwts.sign(claims));
    }

    @Test
    void theCredentialsAreThoseOfAServiceAccount() {
        JsonNode account = jwts.account();

        assertThat(account.path("type").asText()).isEqualTo("service_account");
        assertThat(account.path("project_id").asText()).isEqualTo("ctm-connect-sandbox");
        assertThat(account.path("private_key").asText())
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(account.path("token_uri").asText()).isEqualTo(probe.origin() + "fcm/token");
        assertThat(probe.sandbox().fcmCredentials()).isEqualTo(probe.sandbox().fcmCredentials());
    }

    @Test
    void aGoodAssertionGetsAToken() {
        JsonNode answer = ask(jwts.claims()).json();

        assertThat(answer.path("access_token").asText()).startsWith("ya29.");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3_599);
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
    }

    @Test
    void theLifeOfTokensIsASwitch() {
        probe.control("POST", "/settings", "{\"fcm_token_seconds\":60}");

        assertThat(ask(jwts.claims()).json().path("expires_in").asInt()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, somebody@example.com, invalid_grant",
        "aud, https://oauth2.googleapis.com/token, invalid_grant",
        "scope, https://www.googleapis.com/auth/drive, invalid_scope",
        "scope, '', invalid_scope"
    })
    void aWrongClaimIsRefused(String claim, String value, String error) {
        Probe.Answer answer = ask(jwts.claims().put(claim, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
    }

    @Test
    void oneOfSeveralScopesIsEnough() {
        String both = "openid " + jwts.claims().path("scope").asText();

        assertThat(ask(jwts.claims().put("scope", both)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-7200, -3601", "-10, 3591", "600, 3600", "0, -10"})
    void anAssertionMustBeShortAndTimely(long issued, long expires) {
        long now = Instant.now().getEpochSecond();

        Probe.Answer answer = ask(jwts.claims().put("iat", now + issued).put("exp", now + expires));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error_description").asText()).contains("short-lived");
    }

    @Test
    void timesMustBeNumbers() {
        assertThat(ask(jwts.claims().put("exp", "soon")).status()).isEqualTo(400);
    }

    @Test
    void aForeignSignatureIsRefused() {
        String good = jwts.sign(jwts.claims());
        String otherClaims = jwts.sign(jwts.claims().put("sub", "x"));
        String swapped = good.substring(0, good.lastIndexOf('.')) + otherClaims.substring(otherClaims.lastIndexOf('.'));

        assertThat(ask(GRANT, swapped).json().path("error_description").asText())
                .isEqualTo("Invalid JWT Signature.");
        assertThat(ask(GRANT, good.substring(0, good.lastIndexOf('.') + 1)).status())
                .isEqualTo(400);
        assertThat(ask(GRANT, jwts.sign("RS256", "another", jwts.claims())).status())
                .isEqualTo(400);
        assertThat(ask(GRANT, jwts.sign("none", "", jwts.claims())).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "e30.e30.e30", "%7B.e30.e30"})
    void whatIsNoAssertionIsRefused(String assertion) {
        Probe.Answer answer = ask(GRANT, assertion);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void anotherGrantIsRefused() {
        assertThat(ask("client_credentials", "x").json().path("error").asText()).isEqualTo("unsupported_grant_type");
        assertThat(probe.get(jwts.account().path("token_uri").asText()).status())
                .isEqualTo(405);
    }
}
