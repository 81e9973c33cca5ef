package io.ctmconnect.credentials;

import io.ctmconnect.ctm.CtmKeys;
import io.ctmconnect.ctm.Json;
import io.ctmconnect.secrets.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

class ConnectFormTest {
    private static final String BOTH = "access_key must not be given together with username or password";

    private static CtmLogin login(String json) {
        return ConnectForm.of(Json.of(json)).login();
    }

    private static List<String> violations(String json) {
        return violationsOf(() -> login(json));
    }

    @Test
    void aUserConnectsWithNameAndPassword() {
        CtmLogin login = login("{'username': ' owner@agency.example ', 'password': ' two words '}");

        assertThat(login).isEqualTo(new CtmLogin.User("owner@agency.example", Secret.of(" two words ")));
        assertThat(login.user()).isEqualTo("owner@agency.example");
    }

    @Test
    void apiKeysConnectWithoutAUser() {
        CtmLogin login = login("{'access_key': 'a1b2', 'secret': '0f1e'}");

        assertThat(login).isEqualTo(new CtmLogin.Keys(new CtmKeys(Secret.of("a1b2"), Secret.of("0f1e"))));
        assertThat(login.user()).isNull();
    }

    @Test
    void otherFieldsDoNotMatter() {
        assertThat(login("{'username': 'u', 'password': 'p', 'remember': true, 'access_key': null}"))
                .isEqualTo(new CtmLogin.User("u", Secret.of("p")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'username': '', 'password': null}", "{'username': ' ', 'password': ' '}"})
    void neitherPairMeansThatTheUserIsMissing(String json) {
        assertThat(violations(json)).containsExactly("username must not be blank", "password must not be blank");
    }

    @Test
    void halfAPairIsMissingTheOther() {
        assertThat(violations("{'username': 'u'}")).containsExactly("password must not be blank");
        assertThat(violations("{'password': 'p'}")).containsExactly("username must not be blank");
        assertThat(violations("{'access_key': 'a'}")).containsExactly("secret must not be blank");
        assertThat(violations("{'secret': 's'}")).containsExactly("access_key must not be blank");
    }

    @Test
    void onlyOnePairMayBeGiven() {
        assertThat(violations("{'username': 'u', 'password': 'p', 'access_key': 'a', 'secret': 's'}"))
                .containsExactly(BOTH);
        assertThat(violations("{'username': 'u', 'secret': 's'}"))
                .containsExactly(BOTH, "access_key must not be blank");
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        assertThat(violations("{'username': {}, 'password': 12345678}"))
                .containsExactly(
                        "username must be a text of at most 256 characters",
                        "password must be a text of at most 1024 characters");
        assertThat(violations("{'access_key': true, 'secret': 'a\\nb'}"))
                .containsExactly(
                        "access_key must be a text of at most 256 characters",
                        "secret must be a text of at most 256 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "null"})
    void theBodyMustBeAnObject(String json) {
        assertThat(violations(json)).containsExactly("body must be a JSON object");
    }

    @Test
    void noSecretPrints() {
        assertThat(ConnectForm.of(Json.of("{'username': 'u', 'password': 'hunter2'}"))
                        .toString())
                .doesNotContain("hunter2");
        assertThat(ConnectForm.of(Json.of("{'access_key': 'hunter2', 'secret': 'hunter3'}"))
                        .toString())
                .doesNotContain("hunter");
    }
}
