package io.ctmconnect.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    private static SandboxSettings settings(String line, Map<String, String> environment) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
        return Options.settings(Options.of(args, environment));
    }

    @Test
    void withoutOptionsItListensOnPort4010OfThisMachine() {
        SandboxSettings settings = settings("", Map.of());

        assertThat(settings.port()).isEqualTo(4_010);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.smtpPort()).isEqualTo(4_025);
        assertThat(settings.days()).isEqualTo(90);
    }

    @Test
    void namesOfTwoWordsHaveVariablesToo() {
        Map<String, String> environment = Map.of("SANDBOX_SMTP_PORT", "0", "SANDBOX_FCM_CREDENTIALS", "push.json");

        assertThat(settings("", environment).smtpPort()).isZero();
        assertThat(Options.of(new String[0], environment)).containsEntry("fcm-credentials", "push.json");
    }

    @Test
    void commandLineWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("SANDBOX_PORT", "5000", "SANDBOX_SEED", "7");

        SandboxSettings settings = settings("--port 6000 --days 30", environment);

        assertThat(settings.port()).isEqualTo(6_000);
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.days()).isEqualTo(30);
    }

    @Test
    void todayMovesTheClock() {
        Instant now = settings("--today 2026-03-17", Map.of()).clock().instant();

        assertThat(now.truncatedTo(ChronoUnit.DAYS)).isEqualTo("2026-03-17T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port abc", "--port 70000", "--nonsense 1", "--today yesterday"})
    void nonsenseIsRefused(String line) {
        assertThatThrownBy(() -> settings(line, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
