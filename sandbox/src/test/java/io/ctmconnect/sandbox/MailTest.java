package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailTest {

    private static final String HTML = "<p>Grüße &amp; <b>willkommen</b></p>";

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(probe.sandbox().smtpPort()));
        properties.put("mail.smtp.timeout", "10000");
        properties.put("mail.smtp.from", "bounce@connect.example");
        return Session.getInstance(properties);
    }

    private MimeMessage message(String... to) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= <notice@connect.example>"));
        for (String address : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject("Grüße", "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Grüße\n.\nEnde", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HTML, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private void send(String... to) throws MessagingException {
        Transport.send(message(to));
    }

    private void fail(String order) {
        assertThat(probe.control("POST", "/mail/faults", order).status()).isEqualTo(200);
    }

    private JsonNode mails(String query) {
        return probe.control("GET", "/mail" + query, "").json().path("mails");
    }

    @Test
    void whatArrivesIsShownWithItsPartsAndEnvelope() throws MessagingException {
        MimeMessage message = message("ada@example.com", "bob@example.com");
        Transport.send(message);

        JsonNode mail = mails("").path(0);
        assertThat(mail.path("from").asText()).isEqualTo("bounce@connect.example");
        assertThat(mail.path("to")).isEqualTo(Probe.parse("[\"ada@example.com\",\"bob@example.com\"]"));
        assertThat(mail.path("header_from").asText()).isEqualTo("Grüße <notice@connect.example>");
        assertThat(mail.path("subject").asText()).isEqualTo("Grüße");
        assertThat(mail.path("message_id").asText()).isEqualTo(message.getMessageID());
        assertThat(mail.path("text").asText()).isEqualToNormalizingNewlines("Grüße\n.\nEnde");
        assertThat(mail.path("html").asText()).isEqualTo(HTML);
        assertThat(mail.path("login").isNull()).isTrue();
        assertThat(mail.path("received_at").asText()).endsWith("Z");
    }

    @Test
    void aMailIsLookedAtInABrowser() throws MessagingException {
        send("ada@example.com");

        Probe.Answer page = probe.control("GET", "/mail/1", "");
        assertThat(page.body()).isEqualTo(HTML);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(probe.control("GET", "/mail/1/raw", "").body()).contains("MIME-Version: 1.0");
        assertThat(probe.control("GET", "/mail/2", "").status()).isEqualTo(404);
        assertThat(probe.control("GET", "/mail/x", "").status()).isEqualTo(404);
    }

    @Test
    void aMailOfTextAloneIsShownAsText() throws MessagingException {
        MimeMessage message = message("ada@example.com");
        message.setText("plain", StandardCharsets.UTF_8.name());
        Transport.send(message);

        Probe.Answer page = probe.control("GET", "/mail/1", "");
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.body().strip()).isEqualTo("plain");
        assertThat(mails("").at("/0/html").isNull()).isTrue();
    }

    @Test
    void mailsAreFoundByRecipientAndNumberAndForgotten() throws MessagingException {
        send("ada@example.com");
        send("bob@example.com");

        assertThat(mails("?to=bob@example.com")).hasSize(1);
        assertThat(mails("?since=1").at("/0/to/0").asText()).isEqualTo("bob@example.com");
        probe.control("DELETE", "/mail", "");
        assertThat(mails("")).isEmpty();
    }

    @Test
    void anyLoginIsTakenAndShownUnlessItIsToFail() throws MessagingException {
        Transport.send(message("ada@example.com"), "mailer", "any password");
        assertThat(mails("").at("/0/login").asText()).isEqualTo("mailer");

        fail("{\"at\":\"login\",\"reply\":535,\"times\":1}");
        assertThatThrownBy(() -> Transport.send(message("ada@example.com"), "mailer", "any password"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("535");
        assertThat(mails("")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"connect, 421", "sender, 451", "recipient, 550", "recipient, 451", "message, 452", "message, 554"})
    void aRefusalHasItsCodeAndEnds(String stage, int code) throws MessagingException {
        fail("{\"at\":\"" + stage + "\",\"reply\":" + code + ",\"times\":1}");

        assertThatThrownBy(() -> send("ada@example.com"))
                .isInstanceOf(MessagingException.class)
                .satisfies(e -> assertThat(e.toString()).contains(Integer.toString(code)));
        assertThat(mails("")).isEmpty();
        send("ada@example.com");
        assertThat(mails("")).hasSize(1);
    }

    @Test
    void onlyTheRecipientsMeantAreRefused() throws MessagingException {
        fail("{\"at\":\"recipient\",\"reply\":550,\"to\":\"^bob@\"}");

        assertThatThrownBy(() -> send("bob@example.com")).isInstanceOf(SendFailedException.class);
        send("ada@example.com");
        assertThat(mails("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "login", "sender", "recipient", "message"})
    void theConnectionIsCut(String stage) {
        fail("{\"at\":\"" + stage + "\",\"drop\":true}");

        assertThatThrownBy(() -> Transport.send(message("ada@example.com"), "mailer", "any"))
                .isInstanceOf(MessagingException.class);
        assertThat(mails("")).isEmpty();
    }

    @Test
    void aMessageCanBeKeptAndTheAnswerLost() {
        fail("{\"at\":\"message\",\"drop\":true,\"after_work\":true}");

        assertThatThrownBy(() -> send("ada@example.com")).isInstanceOf(MessagingException.class);
        assertThat(mails("")).hasSize(1);
    }

    @Test
    void faultsAreListedAndCleared() throws MessagingException {
        fail("{\"at\":\"message\",\"reply\":451}");
        assertThatThrownBy(() -> send("ada@example.com")).isInstanceOf(MessagingException.class);

        assertThat(probe.control("GET", "/mail/faults", "")
                        .json()
                        .at("/faults/0/struck")
                        .asInt())
                .isEqualTo(1);
        probe.control("DELETE", "/mail/faults", "");
        send("ada@example.com");
        assertThat(mails("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\":\"noon\",\"drop\":true}",
                "{\"at\":\"message\"}",
                "{\"at\":\"message\",\"drop\":true,\"reply\":550}",
                "{\"at\":\"message\",\"reply\":250}",
                "{\"at\":\"message\",\"drop\":true,\"to\":\"(\"}",
                "{\"at\":\"message\",\"drop\":true,\"who\":\"me\"}"
            })
    void nonsenseIsRefused(String order) {
        assertThat(probe.control("POST", "/mail/faults", order).status()).isEqualTo(400);
    }
}
