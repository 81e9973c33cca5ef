package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationTest {

    private static final String LOGIN = "user=agency@example.com&password=sandbox-password";
    private static final String WRONG = "user=agency@example.com&password=wrong";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=sandbox-agency-20417-key-1&secret=sandbox-agency-20417-secret-1",
                "user[login]=agency@example.com&user[password]=sandbox-password",
                "user%5Blogin%5D=agency%40example.com&user%5Bpassword%5D=sandbox-password",
                LOGIN
            })
    void formLoginGivesATokenThatWorks(String form) {
        JsonNode login = probe.asNobody().postForm("/authentication", form).json();

        assertThat(login.path("success").asBoolean()).isTrue();
        assertThat(login.at("/first_account/id").asLong()).isEqualTo(Probe.EASTERN);
        assertThat(probe.asNobody()
                        .get("/accounts?auth_token=" + login.path("token").asText())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"sandbox-agency-20417-key-1\",\"secret\":\"sandbox-agency-20417-secret-1\"}",
                "{\"user\":{\"login\":\"agency@example.com\",\"password\":\"sandbox-password\"}}",
                "{\"user\":\"agency@example.com\",\"password\":\"sandbox-password\"}"
            })
    void jsonLoginGivesATokenThatWorksInABody(String json) {
        JsonNode login = probe.asNobody().postJson("/authentication.json", json).json();

        String body = "{\"auth_token\":\"" + login.path("token").asText() + "\"}";
        assertThat(probe.asNobody()
                        .postJson("/accounts/482913/calls/search.json", body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void userLoginAnswersKeysAndKeyLoginDoesNot() {
        JsonNode byUser = probe.postForm("/authentication", LOGIN).json();
        JsonNode byKey = probe.postForm("/authentication", "token=" + Probe.KEY + "&secret=" + Probe.SECRET)
                .json();

        assertThat(byUser.path("access_key").asText()).isEqualTo(Probe.KEY);
        assertThat(byUser.path("secret").asText()).isEqualTo(Probe.SECRET);
        assertThat(byKey.has("access_key")).isFalse();
    }

    @Test
    void switchLeavesKeysOutOfALogin() {
        probe.control("POST", "/settings", "{\"login_answers_keys\":false}");

        assertThat(probe.postForm("/authentication", LOGIN).json().fieldNames())
                .toIterable()
                .containsExactly("success", "token", "expires", "first_account");
    }

    @Test
    void switchMintsFreshKeysAtEachLoginAndOldOnesStayValid() {
        probe.control("POST", "/settings", "{\"login_mints_keys\":true}");

        JsonNode login = probe.postForm("/authentication", LOGIN).json();

        assertThat(login.path("access_key").asText()).isEqualTo("sandbox-agency-20417-key-2");
        assertThat(probe.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void wrongLoginIsRefusedWithAMessage() {
        Probe.Answer answer = probe.postForm("/authentication", WRONG);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.json().path("message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-agency-20417-key-1, sandbox-agency-20417-secret-1, 200",
        "sandbox-account-482913-key-1, sandbox-account-482913-secret-1, 200",
        "agency@example.com, sandbox-password, 200",
        "agency@example.com, wrong, 401",
        "sandbox-agency-20417-key-1, wrong, 401"
    })
    void basicTakesKeysAndUsers(String name, String password, int status) {
        assertThat(probe.as(name, password).get("/accounts").status()).isEqualTo(status);
    }

    @Test
    void missingOrExpiredProofIsUnauthorized() {
        assertThat(probe.asNobody().get("/accounts").json()).isEqualTo(Probe.parse("{\"error\":\"Unauthorized\"}"));
        assertThat(probe.asNobody().get("/accounts?auth_token=unknown").status())
                .isEqualTo(401);
        assertThat(probe.asNobody().get("/no/such/route").status()).isEqualTo(401);
    }

    @Test
    void rotatedKeysDieAndANewLoginGivesTheNewOnes() {
        probe.control("POST", "/keys/rotate", "{\"agency\":20417}");

        assertThat(probe.get("/accounts").status()).isEqualTo(401);
        JsonNode login = probe.postForm("/authentication", LOGIN).json();
        Probe renewed =
                probe.as(login.path("access_key").asText(), login.path("secret").asText());
        assertThat(renewed.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void revokedKeysAndAChangedPasswordLeaveNoWayIn() {
        String token =
                probe.postForm("/authentication", LOGIN).json().path("token").asText();

        probe.control("POST", "/keys/revoke", "{\"agency\":20417}");
        probe.control("POST", "/users/agency@example.com", "{\"password\":\"changed\"}");

        assertThat(probe.get("/accounts").status()).isEqualTo(401);
        assertThat(probe.get("/accounts?auth_token=" + token).status()).isEqualTo(401);
        assertThat(probe.postForm("/authentication", LOGIN).status()).isEqualTo(401);
    }

    @Test
    void lockedUserCannotLogIn() {
        probe.control("POST", "/users/agency%40example.com", "{\"locked\":true}");

        assertThat(probe.postForm("/authentication", LOGIN).status()).isEqualTo(401);
        assertThat(probe.get("/accounts").status()).isEqualTo(200);
    }
}
