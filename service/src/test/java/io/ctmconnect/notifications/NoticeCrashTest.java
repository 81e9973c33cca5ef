package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.mongo.Killed;
import io.ctmconnect.outbox.Outbox;
import io.ctmconnect.outbox.TaskHandler;
import io.ctmconnect.outbox.TestOutbox;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that sends a notice by push to two browsers and by mail dies before each operation of its database in turn, and
 * another one goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NoticeCrashTest {
    private static final int SENDS = 3;
    private static final LinkSettings LINKS = new LinkSettings(URI.create("https://app.example"));

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

    @Test
    void whereverItDiesNoticesArriveAndOnlyTheSendAtHandIsRepeated() throws IOException {
        int deaths = 0;
        int repeated = 0;
        Death death = dieBefore(deaths);
        while (death.happened()) {
            deaths++;
            repeated += death.sendsAtHand();
            death = dieBefore(deaths);
        }

        assertThat(deaths).as("points at which it died").isGreaterThan(15);
        assertThat(repeated).as("deaths right after a send").isEqualTo(SENDS);
    }

    /** @param sendsAtHand how many messages were sent since its last operation */
    private record Death(boolean happened, int sendsAtHand) {}

    private Death dieBefore(int operation) throws IOException {
        try (FakeGoogle google = FakeGoogle.start();
                RawSmtp smtp = RawSmtp.answering(Map.of())) {
            Outside outside = new Outside(google, smtp);
            MovableClock clock = new MovableClock();
            putNotice(clock);
            Death death = run(outside, clock, operation);

            clock.move(TestOutbox.LEASE);
            TestOutbox.handleDue(platform.database(), handlers(platform, outside, clock), clock);

            assertThat(new HashSet<>(google.addressed())).containsExactlyInAnyOrder("a", "b");
            assertThat(outside.mails()).isPositive();
            assertThat(outside.sends()).as("after " + operation + " operations").isEqualTo(SENDS + death.sendsAtHand());
            assertThat(TestOutbox.ready(platform.database())).isEmpty();
            return death;
        }
    }

    private void putNotice(MovableClock clock) {
        for (String collection : List.of("calltrackingmetrics.outbox", "_accounts", "_users", "fcm.tokens")) {
            platform.collection(collection).deleteMany(new Document());
        }
        ObjectId owner = platform.insert("_users", new Document("email", "jane@example.com"));
        ObjectId account = platform.insert("_accounts", new Document("owner", owner));
        platform.insert("fcm.tokens", new Document("user_id", owner).append("web_token", List.of("a", "b")));
        TestOutbox.of(platform.database(), clock).add(Notices.of(IntegrationNotice.Type.PROJECT_ADDED, account));
    }

    /** The world that a notice goes out to. */
    private record Outside(FakeGoogle google, RawSmtp smtp) {
        int mails() {
            return (int) smtp.lines().stream().filter("."::equals).count();
        }

        int sends() {
            return google.sendings().size() + mails();
        }
    }

    /** A process that dies before this operation. */
    private Death run(Outside outside, MovableClock clock, int operation) {
        int[] operations = {0};
        int[] sent = {0};
        PlatformDatabase seen = platform.seenBefore(() -> {
            if (operations[0]++ >= operation) {
                throw new Killed();
            }
            sent[0] = outside.sends();
        });
        try {
            TestOutbox.handleDue(seen.database(), handlers(seen, outside, clock), clock);
            return new Death(false, 0);
        } catch (Killed _) {
            return new Death(true, outside.sends() - sent[0]);
        }
    }

    private List<TaskHandler> handlers(PlatformDatabase seen, Outside outside, MovableClock clock) {
        FcmSettings push = outside.google().settings();
        MailSettings mail = new MailSettings(
                "127.0.0.1",
                outside.smtp().port(),
                SmtpTls.OFF,
                null,
                null,
                new MailAddress("", "no-reply@example.com"));
        NoticeMetrics metrics = new NoticeMetrics(new SimpleMeterRegistry());
        AccountNames names = new AccountNames(seen.accounts());
        Outbox outbox = TestOutbox.of(seen.database(), clock);
        GoogleTransport transport = new GoogleTransport();
        FcmSender fcm = new FcmSender(push, transport, new AccessTokens(transport, clock), metrics, clock);
        return List.of(
                new IntegrationNotifier(
                        new Recipients(seen.accounts(), seen.users()),
                        seen.preferences(),
                        new NoticeChannels(push, mail),
                        outbox,
                        metrics),
                new PushHandler(new NoticePush(names, LINKS), seen.tokens(), seen.notifications(clock), fcm, clock),
                new MailHandler(
                        seen.users(),
                        new NoticeMail(new MailTemplates(), names, LINKS),
                        new MailSender(mail, vertx, metrics)));
    }
}
