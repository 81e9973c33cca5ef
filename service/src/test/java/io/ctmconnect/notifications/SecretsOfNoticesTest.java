package io.ctmconnect.notifications;

import io.ctmconnect.notifications.FakeGoogle.Reply;
import io.ctmconnect.platform.PushRecord;
import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Plants secrets, lets everything fail, and looks for them in log, results, texts of objects and metrics. */
class SecretsOfNoticesTest {
    private static final String DEVICE = "canary-device-token-51";
    private static final String ACCESS = "canary-access-token-52";
    private static final String PASSWORD = "canary-smtp-password-53";
    private static final String ADDRESS = "canary-owner-54@example.com";

    /** It logs what it says to the server; application.properties keeps it from it. */
    private static final String SWITCHED_OFF = "io.vertx.ext.mail";

    private final List<String> said = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (!line.getLoggerName().startsWith(SWITCHED_OFF)) {
                said.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void noSecretIsSaidByASender() throws IOException {
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            push();
            mail();
        } finally {
            root.removeHandler(listener);
        }
        metrics.getMeters().forEach(meter -> said.add(meter.getId().toString()));

        String login = Base64.getEncoder().encodeToString(("\0acme\0" + PASSWORD).getBytes(UTF_8));
        String key =
                Base64.getEncoder().encodeToString(FakeGoogle.KEYS.getPrivate().getEncoded());
        assertThat(said)
                .hasSizeGreaterThan(15)
                .allSatisfy(line -> assertThat(line)
                        .as(line)
                        .doesNotContain(DEVICE, ACCESS, PASSWORD, ADDRESS, login, key.substring(0, 60), "Bearer"));
    }

    private void push() throws IOException {
        MovableClock clock = new MovableClock();
        PushRecord.Text text =
                new PushRecord.Text("project_added", "projects", "T", "B", "https://app.example", Map.of());
        try (FakeGoogle google = FakeGoogle.start()) {
            google.planToken(
                    new Reply(400, "{\"error\":\"" + ACCESS + "\"}"),
                    new Reply(200, ACCESS),
                    FakeGoogle.granted(ACCESS, 60));
            google.plan(
                    new Reply(400, DEVICE),
                    FakeGoogle.invalidArgument(DEVICE),
                    new Reply(403, FakeGoogle.error(403, DEVICE, DEVICE, DEVICE)),
                    new Reply(401, ACCESS),
                    new Reply(500, DEVICE),
                    new Reply(200, DEVICE),
                    FakeGoogle.sent(1));
            GoogleTransport transport = new GoogleTransport();
            AccessTokens tokens = new AccessTokens(transport, clock);
            FcmSettings settings = google.settings();
            FcmSender sender = new FcmSender(settings, transport, tokens, new NoticeMetrics(metrics), clock);
            for (int i = 0; i < 9; i++) {
                said.add(sender.send(text, Secret.of(DEVICE)).toString());
            }
            said.add(settings.toString());
        }
    }

    private void mail() throws IOException {
        Vertx vertx = Vertx.vertx();
        for (Map<String, String> replies : List.of(
                Map.of("AUTH", "535 " + PASSWORD),
                Map.of("RCPT", "550 " + ADDRESS),
                Map.of("RCPT", ADDRESS),
                Map.of("MAIL", "451 " + ADDRESS),
                Map.of("GREETING", PASSWORD))) {
            try (RawSmtp server = RawSmtp.answering(replies)) {
                MailSettings settings = new MailSettings(
                        "127.0.0.1",
                        server.port(),
                        SmtpTls.OFF,
                        "acme",
                        Secret.of(PASSWORD),
                        MailAddress.of("no-reply@example.com").orElseThrow());
                Mail mail = new Mail("id", ADDRESS, "subject", "text", "html");
                said.add(new MailSender(settings, vertx, new NoticeMetrics(metrics))
                        .send(mail)
                        .toString());
                said.add(settings + " " + mail);
            }
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
