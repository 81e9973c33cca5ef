package io.ctmconnect.notifications;

import io.ctmconnect.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class FcmSettingsTest {
    private static final String RULE =
            "FCM_CREDENTIALS_FILE must be the path of a Google service account's JSON file; this one ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static Environment environment(Map<String, String> values) {
        return new Environment(key -> Optional.ofNullable(values.get(key)));
    }

    private String good() throws IOException {
        try (FakeGoogle google = FakeGoogle.start()) {
            return google.file();
        }
    }

    private Environment withFile(String content) throws IOException {
        Path file = directory.resolve("account.json");
        Files.writeString(file, content);
        return environment(Map.of("FCM_CREDENTIALS_FILE", file.toString()));
    }

    @Test
    void withoutAFilePushIsOff() {
        FcmSettings settings = FcmSettings.of(environment(Map.of()));

        assertThat(settings.account()).isNull();
        assertThat(settings.baseUrl()).hasToString("https://fcm.googleapis.com");
    }

    @Test
    void theFileIsReadWhole() throws IOException {
        Environment environment = withFile(good());

        ServiceAccount account =
                Objects.requireNonNull(FcmSettings.of(environment).account());

        assertThat(environment.problems()).isEmpty();
        assertThat(account.clientEmail()).isEqualTo(FakeGoogle.EMAIL);
        assertThat(account.privateKeyId()).isEqualTo("key-1");
        assertThat(account.projectId()).isEqualTo("acme-push");
        assertThat(account.tokenUri()).hasPath("/token");
        assertThat(account.privateKey()).isEqualTo(FakeGoogle.KEYS.getPrivate());
        assertThat(account).hasToString("ServiceAccount[acme-push]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_email", "private_key", "token_uri", "project_id"})
    void aFileWithoutAFieldIsNamedByTheField(String field) throws IOException {
        Environment environment = withFile(good().replace('"' + field + '"', "\"other\""));

        assertThat(FcmSettings.of(environment).account()).isNull();
        assertThat(environment.problems())
                .singleElement()
                .asString()
                .startsWith(RULE + "has no usable " + field)
                .doesNotContain("BEGIN", "acme-push");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2|is no JSON object",
                "[\"hunter2\"]|is no JSON object",
                "{\"client_email\":\"hunter2\"}|has no usable client_email"
            })
    void whatIsNoServiceAccountIsRefusedWithoutRepeatingIt(String content, String reason) throws IOException {
        Environment environment = withFile(content);
        FcmSettings.of(environment);

        assertThat(environment.problems()).containsExactly(RULE + reason);
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutRepeatingIt() throws IOException {
        Environment environment = withFile(good().replaceFirst("PRIVATE KEY-----\\\\n", "$0hunter2"));
        FcmSettings.of(environment);

        assertThat(environment.problems()).containsExactly(RULE + "has no usable private_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://oauth2.example/token", "ftp://127.0.0.1", "hunter2", "http://127.0.0.1.example/t"})
    void tokensAreAskedForInPrivateOnly(String tokenUri) throws IOException {
        Environment environment =
                withFile(good().replaceFirst("\"token_uri\":\"[^\"]*\"", "\"token_uri\":\"" + tokenUri + '"'));
        FcmSettings.of(environment);

        assertThat(environment.problems())
                .containsExactly(RULE + "has no usable token_uri, it must be an https address");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        for (String path : new String[] {directory + "/hunter2", directory.toString(), "hunter2\u0000"}) {
            Environment environment = environment(Map.of("FCM_CREDENTIALS_FILE", path));
            FcmSettings.of(environment);
            assertThat(environment.problems()).containsExactly(RULE + "cannot be read");
        }
        Environment large = withFile("x".repeat(200_000));
        FcmSettings.of(large);
        assertThat(large.problems()).containsExactly(RULE + "is too large");
    }

    @Test
    void fcmIsReachedInPrivateOnly() {
        for (String sound :
                new String[] {"https://fcm.example", "http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"}) {
            Environment environment = environment(Map.of("FCM_BASE_URL", sound));
            assertThat(FcmSettings.of(environment).baseUrl()).hasToString(sound);
            assertThat(environment.problems()).isEmpty();
        }
        Environment environment = environment(Map.of("FCM_BASE_URL", "http://fcm.example"));
        FcmSettings.of(environment);
        assertThat(environment.problems()).containsExactly("FCM_BASE_URL must be https, unless it is this machine's");
    }
}
