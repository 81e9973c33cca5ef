package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Outcome.Done;
import io.ctmconnect.outbox.Outcome.GiveUp;
import io.ctmconnect.outbox.Outcome.TryAgain;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.platform.PlatformDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** One mail to one recipient, with a mail server of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class MailHandlerTest {
    private PlatformDatabase platform;
    private Vertx vertx;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
        vertx = Vertx.vertx();
    }

    @AfterAll
    void close() {
        platform.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Outcome handle(Map<String, String> replies, ObjectId user) throws IOException {
        try (RawSmtp server = RawSmtp.answering(replies)) {
            return handle(server, user);
        }
    }

    private Outcome handle(RawSmtp server, ObjectId user) {
        MailSettings settings = new MailSettings(
                "127.0.0.1", server.port(), SmtpTls.OFF, null, null, new MailAddress("", "no-reply@example.com"));
        ObjectId account = platform.insert("_accounts", new Document("name", "Acme Dental"));
        Task row = Notices.to(
                new Recipient(user, account, Role.OWNER),
                IntegrationNotice.Type.PROJECT_ADDED,
                account,
                MailHandler.KIND);
        NoticeMail mails = new NoticeMail(
                new MailTemplates(),
                new AccountNames(platform.accounts()),
                new LinkSettings(URI.create("https://app.example")));
        NoticeMetrics metrics = new NoticeMetrics(new SimpleMeterRegistry());
        return new MailHandler(platform.users(), mails, new MailSender(settings, vertx, metrics)).handle(row, 1);
    }

    private ObjectId user(String email) {
        return platform.insert("_users", new Document("email", email).append("name", "Jane"));
    }

    @Test
    void theMailGoesToTheAddressThatTheUserHasNow() throws IOException {
        ObjectId user = user("old@example.com");
        platform.collection("_users")
                .updateOne(new Document("_id", user), new Document("$set", new Document("email", "new@example.com")));
        try (RawSmtp server = RawSmtp.answering(Map.of())) {
            assertThat(handle(server, user)).isEqualTo(new Done());

            assertThat(server.lines())
                    .contains("MAIL FROM:<no-reply@example.com>", "RCPT TO:<new@example.com>")
                    .noneMatch(line -> line.contains("old@example.com"));
        }
    }

    @Test
    void whoCannotBeWrittenToIsParked() throws IOException {
        assertThat(handle(Map.of(), new ObjectId())).isEqualTo(new GiveUp("the recipient has no e-mail address"));
        assertThat(handle(Map.of(), user(" "))).isEqualTo(new GiveUp("the recipient has no e-mail address"));
        assertThat(handle(Map.of(), user("nobody"))).isEqualTo(new GiveUp("the recipient's address is none"));
    }

    @Test
    void aRefusedMailIsParkedAndAPostponedOneTriedAgain() throws IOException {
        ObjectId user = user("jane@example.com");

        assertThat(handle(Map.of("RCPT", "550 no jane@example.com here"), user))
                .isEqualTo(new GiveUp("the mail server answers 550 to the recipient"));
        assertThat(handle(Map.of("RCPT", "450 later"), user))
                .isEqualTo(new TryAgain("the mail server answers 450 to the recipient"));
    }
}
