package io.ctmconnect.app;

import io.ctmconnect.auth.AuthSettings;
import io.ctmconnect.settings.Environment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PublicKeySettingsTest {
    private static final String RULE =
            "JWT_PUBLIC_KEY must be an RSA or EC public key in PEM, or the path of a file with one";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static List<PublicKey> keys() {
        return List.of(Pem.rsa(), Pem.ec());
    }

    private static Environment environment(String value) {
        return new Environment(key -> Optional.of(value).filter(ignored -> key.equals("JWT_PUBLIC_KEY")));
    }

    private static AuthSettings sound(String value) {
        Environment environment = environment(value);
        AuthSettings settings = AuthSettings.of(environment);
        assertThat(environment.problems()).isEmpty();
        return settings;
    }

    private static void assertRefused(String value) {
        Environment environment = environment(value);

        assertThat(AuthSettings.of(environment).publicKey()).isNull();
        assertThat(environment.problems()).containsExactly(RULE);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadFromItsPem(PublicKey key) {
        assertThat(sound(Pem.of(key)).publicKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadFromOneLineWithEscapedBreaks(PublicKey key) {
        assertThat(sound(Pem.of(key).replace("\n", "\\n")).publicKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadFromAFile(PublicKey key) throws IOException {
        Path file = directory.resolve("key.pem");
        Files.writeString(file, Pem.of(key));

        assertThat(sound(file.toString()).publicKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-file.pem",
                "/",
                "a\u0000b",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!!!\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"
            })
    void anythingElseIsAProblem(String value) {
        assertRefused(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void anotherKindOfPemIsAProblem(String pem) {
        assertRefused(pem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key", "hunter2\n"})
    void aFileWithoutAKeyIsAProblem(String content) throws IOException {
        Path file = directory.resolve("key.pem");
        Files.writeString(file, content);

        assertRefused(file.toString());
    }
}
