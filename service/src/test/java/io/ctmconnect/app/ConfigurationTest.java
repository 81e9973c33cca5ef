package io.ctmconnect.app;

import io.ctmconnect.callstore.ReadingSettings;
import io.ctmconnect.console.ConsoleSettings;
import io.ctmconnect.ctm.CtmSettings;
import io.ctmconnect.notifications.FcmSettings;
import io.ctmconnect.notifications.MailSettings;
import io.ctmconnect.notifications.SmtpTls;
import io.ctmconnect.platform.PlatformSettings;
import io.ctmconnect.secrets.Keysets;
import io.ctmconnect.settings.Environment;
import io.ctmconnect.webhooks.SignatureMode;
import io.ctmconnect.webhooks.WebhookSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationTest {
    private static final String MONGODB = "mongodb://app:hunter2@db.example/platform";

    private static Environment environment(Map<String, String> values) {
        return new Environment(key -> Optional.ofNullable(values.get(key)));
    }

    private static Configuration sound(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("JWT_SECRET", "s"));
        all.putAll(values);
        Environment environment = environment(all);
        Configuration configuration = Configuration.of(environment);
        assertThat(environment.problems()).isEmpty();
        return configuration;
    }

    private static List<String> problems(Map<String, String> values) {
        Environment environment = environment(values);
        Configuration.of(environment);
        return environment.problems();
    }

    @Test
    void theDefaultsAreThoseOfTheContract() {
        Configuration configuration = sound(Map.of());

        assertThat(configuration.ctm())
                .isEqualTo(new CtmSettings(
                        URI.create("https://api.calltrackingmetrics.com/api/v1"),
                        8,
                        Duration.ofSeconds(10),
                        true,
                        Duration.ofSeconds(10)));
        assertThat(configuration.publicAddress().baseUrl()).hasToString("http://localhost:5003");
        assertThat(configuration.console()).isEqualTo(new ConsoleSettings(true));
        assertThat(configuration.platform()).isEqualTo(new PlatformSettings("campaigns"));
        assertThat(configuration.store()).isEqualTo(new StoreSettings(null, Path.of("./data"), 0));
        assertThat(configuration.store().isEmbedded()).isTrue();
        assertThat(configuration.store().database()).isEqualTo("ctm_connect");
        assertThat(configuration.encryption()).isEqualTo(new EncryptionSettings(null, Path.of("./data")));
        assertThat(configuration.push()).isEqualTo(new FcmSettings(null, URI.create("https://fcm.googleapis.com")));
        assertThat(configuration.mail()).isEqualTo(new MailSettings(null, 587, SmtpTls.STARTTLS, null, null, null));
        assertThat(configuration.links().appBaseUrl()).hasToString("https://app.dashclicks.com");
        assertThat(configuration.webhooks()).isEqualTo(new WebhookSettings(SignatureMode.MONITOR));
        assertThat(configuration.reading())
                .isEqualTo(new ReadingSettings(Duration.ofMinutes(15), Duration.ofMinutes(2), 13));
        assertThat(configuration.auth().publicKey()).isNull();
        assertThat(configuration.auth().jwksUrl()).isNull();
    }

    @Test
    void everyKeyIsRead() {
        Configuration configuration = sound(Map.of(
                "PORT", "0",
                "PUBLIC_BASE_URL", "https://connect.example/base/",
                "CTM_API_BASE_URL", "http://localhost:9000/api/v1/",
                "CTM_REQUESTS_PER_SECOND", "20",
                "CTM_TIMEOUT", "500ms",
                "CTM_REAUTH_ON_401", "false",
                "CAMPAIGNS_COLLECTION", "crm.campaigns",
                "WEBHOOK_SIGNATURE_MODE", "enforce",
                "DATA_DIR", "/var/lib/ctm",
                "EMBEDDED_MONGODB_PORT", "27018"));

        assertThat(configuration.ctm())
                .isEqualTo(new CtmSettings(
                        URI.create("http://localhost:9000/api/v1"),
                        20,
                        Duration.ofMillis(500),
                        false,
                        Duration.ofSeconds(10)));
        assertThat(sound(Map.of("CALLS_CACHE_TTL", "0")).ctm().readsKept()).isZero();
        assertThat(configuration.publicAddress().baseUrl()).hasToString("https://connect.example/base");
        assertThat(sound(Map.of("CONSOLE_ENABLED", "false")).console()).isEqualTo(new ConsoleSettings(false));
        assertThat(configuration.platform()).isEqualTo(new PlatformSettings("crm.campaigns"));
        assertThat(configuration.webhooks()).isEqualTo(new WebhookSettings(SignatureMode.ENFORCE));
        assertThat(configuration.store()).isEqualTo(new StoreSettings(null, Path.of("/var/lib/ctm"), 27_018));
        assertThat(configuration.encryption()).isEqualTo(new EncryptionSettings(null, Path.of("/var/lib/ctm")));
    }

    @Test
    void readingBesideEventsCanBeSwitchedOff() {
        ReadingSettings off = sound(Map.of("RECONCILIATION_PERIOD", "0", "HISTORY_MONTHS", "0"))
                .reading();

        assertThat(off.sweeps()).isFalse();
        assertThat(off.readsHistory()).isFalse();
        assertThat(problems(Map.of("JWT_SECRET", "s", "RECONCILIATION_PERIOD", "10ms")))
                .containsExactly("RECONCILIATION_PERIOD must be 0, or at least 1s");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://db.example/platform,platform",
        "mongodb://db.example,ctm_connect",
        "'mongodb://a.example,b.example/?replicaSet=rs',ctm_connect"
    })
    void theDatabaseIsTheUrisElseOurs(String uri, String database) {
        StoreSettings store = sound(Map.of("MONGODB_URI", uri, "ENCRYPTION_KEYSET", Keysets.generate()))
                .store();

        assertThat(store.isEmbedded()).isFalse();
        assertThat(store.database()).isEqualTo(database);
    }

    @Test
    void aTokensKeyMustBeGiven() {
        assertThat(problems(Map.of())).containsExactly("JWT_SECRET must be set (or JWT_PUBLIC_KEY, or JWT_JWKS_URL)");
        assertThat(problems(Map.of("JWT_SECRET", "  "))).hasSize(1);
        assertThat(problems(Map.of("JWT_JWKS_URL", "https://id.example/keys"))).isEmpty();
        assertThat(problems(Map.of("JWT_PUBLIC_KEY", Pem.of(Pem.ec())))).isEmpty();
    }

    @Test
    void aKeysetMustBeGivenWithMongodbOnly() {
        String rule = "ENCRYPTION_KEYSET must be set with MONGODB_URI; ./ctm-connect keys generate makes one";

        assertThat(problems(Map.of("JWT_SECRET", "s", "MONGODB_URI", MONGODB))).containsExactly(rule);
        assertThat(problems(Map.of("JWT_SECRET", "s"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "{hunter2}", "{}"})
    void aKeysetMustBeOne(String keyset) {
        assertThat(problems(Map.of("JWT_SECRET", "s", "ENCRYPTION_KEYSET", keyset)))
                .singleElement()
                .asString()
                .startsWith("ENCRYPTION_KEYSET is n")
                .doesNotContain("hunter2");
    }

    @Test
    void aGivenKeysetIsOpenedWithTheEmbeddedStoreToo() {
        String keyset = Keysets.generate();

        assertThat(sound(Map.of("ENCRYPTION_KEYSET", keyset))
                        .encryption()
                        .origin()
                        .read()
                        .getPrimary()
                        .getId())
                .isEqualTo(Keysets.read(keyset).getPrimary().getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$cmd", "a$b", "system.users"})
    void aCollectionsNameMustBeOne(String name) {
        assertThat(problems(Map.of("JWT_SECRET", "s", "CAMPAIGNS_COLLECTION", name)))
                .containsExactly("CAMPAIGNS_COLLECTION must be the name of a collection");
    }

    @Test
    void oneStartReportsAllProblems() {
        Map<String, String> broken = Map.ofEntries(
                Map.entry("PORT", "hunter2"),
                Map.entry("PUBLIC_BASE_URL", "hunter2"),
                Map.entry("MONGODB_URI", "hunter2"),
                Map.entry("DATA_DIR", "hunter2\u0000"),
                Map.entry("EMBEDDED_MONGODB_PORT", "70000"),
                Map.entry("JWT_PUBLIC_KEY", "hunter2"),
                Map.entry("JWT_JWKS_URL", "hunter2"),
                Map.entry("CTM_API_BASE_URL", "ftp://hunter2"),
                Map.entry("CTM_REQUESTS_PER_SECOND", "0"),
                Map.entry("CTM_TIMEOUT", "hunter2"),
                Map.entry("CTM_REAUTH_ON_401", "hunter2"),
                Map.entry("CONSOLE_ENABLED", "hunter2"),
                Map.entry("CAMPAIGNS_COLLECTION", "$hunter2"),
                Map.entry("WEBHOOK_SIGNATURE_MODE", "hunter2"),
                Map.entry("RECONCILIATION_PERIOD", "hunter2"),
                Map.entry("RECONCILIATION_GRACE", "hunter2"),
                Map.entry("HISTORY_MONTHS", "hunter2"),
                Map.entry("FCM_CREDENTIALS_FILE", "hunter2"),
                Map.entry("FCM_BASE_URL", "http://hunter2"),
                Map.entry("SMTP_HOST", "hunter2:25"),
                Map.entry("SMTP_PORT", "hunter2"),
                Map.entry("SMTP_TLS", "hunter2"),
                Map.entry("MAIL_FROM", "hunter2"),
                Map.entry("SMTP_USERNAME", "a"),
                Map.entry("APP_BASE_URL", "hunter2"),
                Map.entry("ENCRYPTION_KEYSET", "hunter2"));

        List<String> problems = problems(broken);

        Set<String> named = new HashSet<>(broken.keySet());
        named.remove("SMTP_USERNAME");
        named.add("SMTP_PASSWORD"); // that is not there
        assertThat(problems).extracting(problem -> problem.split(" ", 2)[0]).containsExactlyInAnyOrderElementsOf(named);
        assertThat(problems).noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void noSecretIsPrinted() {
        String keyset = Keysets.generate();
        Configuration configuration = sound(Map.of(
                "JWT_SECRET",
                "jwt-hunter2",
                "MONGODB_URI",
                MONGODB,
                "ENCRYPTION_KEYSET",
                keyset,
                "SMTP_HOST",
                "localhost",
                "SMTP_USERNAME",
                "u",
                "SMTP_PASSWORD",
                "smtp-hunter2",
                "MAIL_FROM",
                "hunter2@example.com"));

        assertThat(configuration.toString()).doesNotContain("hunter2").doesNotContain(keyset);
        assertThat(configuration.store()).hasToString("StoreSettings[MongoDB]");
        assertThat(configuration.auth().toString()).doesNotContain("hunter2");
        assertThat(configuration.encryption().toString()).doesNotContain(keyset);
        assertThat(new DevelopmentToken("jwt-hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void aKeysetMustBeOneForEncryption() {
        String disabled = Keysets.generate().replace("ENABLED", "DISABLED");

        assertThat(problems(Map.of("JWT_SECRET", "s", "ENCRYPTION_KEYSET", disabled)))
                .hasSize(1);
    }
}
