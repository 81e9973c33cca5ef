package io.ctmconnect.notifications;

import io.ctmconnect.secrets.Secret;
import io.ctmconnect.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class MailSettingsTest {
    private static final Map<String, String> SOUND =
            Map.of("SMTP_HOST", "smtp.example.com", "MAIL_FROM", "Acme <no-reply@example.com>");

    private static Environment environment(Map<String, String> values) {
        return new Environment(key -> Optional.ofNullable(values.get(key)));
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> all = new HashMap<>(SOUND);
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static List<String> problems(Map<String, String> values) {
        Environment environment = environment(values);
        MailSettings.of(environment);
        return environment.problems();
    }

    @Test
    void withoutAHostMailIsOff() {
        MailSettings settings = MailSettings.of(environment(Map.of()));

        assertThat(settings).isEqualTo(new MailSettings(null, 587, SmtpTls.STARTTLS, null, null, null));
        assertThat(settings.isOn()).isFalse();
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> all =
                with("SMTP_PORT", "2525", "SMTP_USERNAME", "acme", "SMTP_PASSWORD", "hunter2", "SMTP_TLS", "tls");

        assertThat(problems(all)).isEmpty();
        MailSettings settings = MailSettings.of(environment(all));
        assertThat(settings)
                .isEqualTo(new MailSettings(
                        "smtp.example.com",
                        2525,
                        SmtpTls.TLS,
                        "acme",
                        Secret.of("hunter2"),
                        new MailAddress("Acme", "no-reply@example.com")));
        assertThat(settings).hasToString("MailSettings[smtp.example.com:2525, TLS]");
    }

    @ParameterizedTest
    @CsvSource({"587,STARTTLS", "25,STARTTLS", "465,TLS"})
    void withoutSayingSoTheConnectionIsPrivateAsThePortUsesIt(String port, SmtpTls tls) {
        assertThat(MailSettings.of(environment(with("SMTP_PORT", port))).tls()).isEqualTo(tls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP_HOST|smtp://hunter2|SMTP_HOST must be a host's name or address, without a port",
                "SMTP_HOST|hunter2:25|SMTP_HOST must be a host's name or address, without a port",
                "SMTP_PORT|hunter2|SMTP_PORT must be a whole number from 1 to 65535",
                "SMTP_TLS|hunter2|SMTP_TLS must be one of off, starttls, tls",
                "SMTP_USERNAME|hunter2|SMTP_PASSWORD must be set with the other of the two",
                "SMTP_PASSWORD|hunter2|SMTP_USERNAME must be set with the other of the two",
                "MAIL_FROM|hunter2|MAIL_FROM must be an address, or a name and an address: Name <address>",
                "MAIL_FROM|''|MAIL_FROM must be set with SMTP_HOST"
            })
    void aProblemNamesItsKeyAndNotItsValue(String key, String value, String problem) {
        assertThat(problems(with(key, value))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "192.0.2.1", "::1", "2001:db8::25", "smtp-relay.example.com"})
    void aHostIsANameOrAnAddress(String host) {
        assertThat(problems(with("SMTP_HOST", host))).isEmpty();
    }

    @Test
    void aPasswordIsNotSentInTheClearToAnotherMachine() {
        Map<String, String> clear = with("SMTP_USERNAME", "acme", "SMTP_PASSWORD", "hunter2", "SMTP_TLS", "off");
        assertThat(problems(clear))
                .containsExactly("SMTP_TLS must not be off with SMTP_PASSWORD, unless SMTP_HOST is this machine");

        clear.put("SMTP_HOST", "localhost");
        assertThat(problems(clear)).isEmpty();
        assertThat(problems(with("SMTP_TLS", "off"))).isEmpty();
    }
}
