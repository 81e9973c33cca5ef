package io.ctmconnect.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** Against GreenMail, and against a server that says what a test wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class MailSenderTest {
    private static final String TO = "owner@example.com";
    private static final String EHLO_STARTTLS = "250-raw.example\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250 OK";

    private Vertx vertx;

    @BeforeAll
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static MailSettings settings(int port, SmtpTls tls, @Nullable String password) {
        return new MailSettings(
                "127.0.0.1",
                port,
                tls,
                password == null ? null : "acme",
                password == null ? null : Secret.of(password),
                new MailAddress("Zähne, Inc. 🦷", "no-reply@mail.example.com"));
    }

    private MailSender sender(MailSettings settings, UnaryOperator<MailConfig> changes) {
        return new MailSender(
                settings,
                changes.apply(SmtpConfig.of(settings)),
                vertx,
                new NoticeMetrics(new SimpleMeterRegistry()),
                Duration.ofSeconds(20));
    }

    private MailSender sender(MailSettings settings) {
        return sender(settings, config -> config);
    }

    private static Mail mail(String to) {
        return new Mail("0123abcd", to, "Connected: Zähne 🦷", "Grüße\n.\n..dots\nend", "<p>Grüße <b>🦷</b></p>");
    }

    @Test
    void mailsThatAreSentSideBySideAllArrive() throws Exception {
        try (RawSmtp server = RawSmtp.answering(Map.of());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            MailSender sender = sender(settings(server.port(), SmtpTls.OFF, null));
            List<Callable<SendResult>> sendings = Collections.nCopies(400, () -> sender.send(mail(TO)));

            assertThat(threads.invokeAll(sendings))
                    .extracting(Future::resultNow)
                    .hasOnlyElementsOfType(Sent.class);
            assertThat(server.lines().stream().filter("."::equals)).hasSize(400);
        }
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.setUser(TO, "acme", "right");
        server.start();
        return server;
    }

    private static MimeMessage only(GreenMail server) {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    @Test
    void aMailArrivesAsItWasWritten() throws MessagingException, IOException {
        GreenMail server = greenMail("smtp");
        try {
            MailSettings settings = settings(server.getSmtp().getPort(), SmtpTls.OFF, null);

            assertThat(sender(settings).send(mail(TO))).isEqualTo(new Sent("0123abcd"));

            MimeMessage received = only(server);
            InternetAddress from = (InternetAddress) received.getFrom()[0];
            assertThat(from.getPersonal()).isEqualTo("Zähne, Inc. 🦷");
            assertThat(from.getAddress()).isEqualTo("no-reply@mail.example.com");
            assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
            assertThat(received.getSubject()).isEqualTo("Connected: Zähne 🦷");
            assertThat(received.getHeader("Message-ID")).containsExactly("<0123abcd@mail.example.com>");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.getHeader("From")).hasSize(1);
            assertThat(received.getHeader("Subject")).hasSize(1);
            assertThat(received.getSentDate()).isNotNull();
            assertThat(received.getContentType()).startsWith("multipart/alternative");
            MimeMultipart parts = (MimeMultipart) received.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertPart(parts.getBodyPart(0), "text/plain", "Grüße\n.\n..dots\nend");
            assertPart(parts.getBodyPart(1), "text/html", "<p>Grüße <b>🦷</b></p>");
        } finally {
            server.stop();
        }
    }

    private static void assertPart(BodyPart part, String type, String content) throws MessagingException, IOException {
        assertThat(part.getContentType()).startsWith(type);
        assertThat(part.getContent().toString().replace("\r\n", "\n")).isEqualTo(content);
    }

    @Test
    void aLoginIsUsedAndAWrongOneIsTriedAgain() {
        GreenMail server = greenMail("smtp");
        try {
            int port = server.getSmtp().getPort();

            assertThat(sender(settings(port, SmtpTls.OFF, "wrong")).send(mail(TO)))
                    .isEqualTo(new TryAgain("the mail server answers 535 to the login"));
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(sender(settings(port, SmtpTls.OFF, "right")).send(mail(TO)))
                    .isInstanceOf(Sent.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void tlsFromTheFirstByteNeedsACertificateThatIsTrusted() {
        GreenMail server = greenMail("smtps");
        try {
            MailSettings settings = settings(server.getSmtps().getPort(), SmtpTls.TLS, "right");

            assertThat(sender(settings).send(mail(TO)))
                    .isEqualTo(new TryAgain("the mail server cannot be used: SSLHandshakeException"));
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(sender(settings, config -> config.setTrustAll(true)).send(mail(TO)))
                    .isInstanceOf(Sent.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNoPassword() throws IOException {
        try (RawSmtp server = RawSmtp.answering(Map.of())) {
            SendResult result =
                    sender(settings(server.port(), SmtpTls.STARTTLS, "right")).send(mail(TO));

            assertThat(result).isInstanceOf(TryAgain.class);
            assertThat(server.lines()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void starttlsComesBeforeThePasswordAndNeedsTrust() throws IOException {
        try (RawSmtp server = RawSmtp.answering(Map.of("EHLO", EHLO_STARTTLS))) {
            MailSettings settings = settings(server.port(), SmtpTls.STARTTLS, "right");

            assertThat(sender(settings).send(mail(TO)))
                    .isEqualTo(new TryAgain("the mail server cannot be used: SSLHandshakeException"));
            assertThat(server.lines()).noneMatch(line -> line.startsWith("AUTH"));
            assertThat(sender(settings, config -> config.setTrustAll(true)).send(mail(TO)))
                    .isInstanceOf(Sent.class);
            assertThat(server.lines()).containsSubsequence("STARTTLS").anyMatch(line -> line.startsWith("AUTH "));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT|550 5.1.1 no owner@example.com here|refused|the mail server answers 550 to the recipient",
                "RCPT|550-5.1.1 no owner@example.com here\\r\\n550 5.1.1 bye|refused|the mail server answers 550 to the recipient",
                "DATA|554 no|refused|the mail server answers 554 to the mail",
                ".|554 owner@example.com wants no spam|refused|the mail server answers 554 to the mail",
                "RCPT|450 4.2.0 owner@example.com is greylisted|try_again|the mail server answers 450 to the recipient",
                "DATA|451 later|try_again|the mail server answers 451 to the mail",
                ".|452 full|try_again|the mail server answers 452 to the mail",
                "MAIL|550 who are you|try_again|the mail server answers 550 to the sender",
                "AUTH|535 no|try_again|the mail server answers 535 to the login",
                "GREETING|554 closed|try_again|the mail server answers 554 to the connection",
                "GREETING|421 busy|try_again|the mail server answers 421 to the connection"
            })
    void onlyAFinalRefusalOfTheRecipientOrTheMailIsOne(String command, String reply, String label, String reason)
            throws IOException {
        try (RawSmtp server = RawSmtp.answering(Map.of(command, reply.replace("\\r\\n", "\r\n")))) {
            SendResult result =
                    sender(settings(server.port(), SmtpTls.OFF, "right")).send(mail(TO));

            assertThat(result.label()).isEqualTo(label);
            assertThat(result.toString()).contains(reason).doesNotContain("owner@");
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        assertThat(sender(settings(1, SmtpTls.OFF, null)).send(mail(TO))).isInstanceOf(TryAgain.class);
    }

    @Test
    void aServerThatFallsSilentIsTriedAgain() throws IOException {
        try (RawSmtp server = RawSmtp.answering(Map.of("RCPT", ""))) {
            MailSettings settings = settings(server.port(), SmtpTls.OFF, null);
            MailSender impatient = new MailSender(
                    settings,
                    SmtpConfig.of(settings),
                    vertx,
                    new NoticeMetrics(new SimpleMeterRegistry()),
                    Duration.ofMillis(300));

            assertThat(impatient.send(mail(TO))).isEqualTo(new TryAgain("the mail server did not answer in time"));
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody", "'a@example.com,b@example.com'", "'a@example.com>\r\nRCPT TO:<b@example.com'"})
    void whatIsNoAddressIsNotSentTo(String to) throws IOException {
        try (RawSmtp server = RawSmtp.answering(Map.of())) {
            assertThat(sender(settings(server.port(), SmtpTls.OFF, null)).send(mail(to)))
                    .isEqualTo(new Refused("the recipient's address is none"));
            assertThat(server.lines()).isEmpty();
        }
    }

    @Test
    void withoutAServerNothingIsSent() {
        MailSettings off = new MailSettings(null, 587, SmtpTls.STARTTLS, null, null, null);

        assertThat(sender(off).send(mail(TO))).isEqualTo(new Refused("mail is not configured"));
    }
}
