package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.notifications.FakeGoogle.Reply;
import io.ctmconnect.notifications.Recipient.Role;
import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Outcome.Done;
import io.ctmconnect.outbox.Outcome.GiveUp;
import io.ctmconnect.outbox.Outcome.TryAgain;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.platform.PlatformDatabase;
import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** One recipient's browsers, with FCM played by a server of the test, on the embedded store's engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PushHandlerTest {
    private PlatformDatabase platform;
    private MovableClock clock;
    private FakeGoogle google;
    private PushHandler handler;
    private ObjectId user;
    private Task row;

    @BeforeAll
    void open() {
        platform = PlatformDatabase.start();
    }

    @AfterAll
    void close() {
        platform.close();
    }

    @BeforeEach
    void start() throws IOException {
        google = FakeGoogle.start();
        clock = new MovableClock();
        handler = handler(google.settings());
        user = new ObjectId();
        ObjectId account = platform.insert("_accounts", new Document("name", "Acme Dental"));
        row = Notices.to(
                new Recipient(user, account, Role.OWNER),
                IntegrationNotice.Type.PROJECT_ADDED,
                account,
                PushHandler.KIND);
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private PushHandler handler(FcmSettings settings) {
        GoogleTransport transport = new GoogleTransport();
        AccessTokens tokens = new AccessTokens(transport, clock);
        return new PushHandler(
                new NoticePush(
                        new AccountNames(platform.accounts()), new LinkSettings(URI.create("https://app.example"))),
                platform.tokens(),
                platform.notifications(clock),
                new FcmSender(settings, transport, tokens, new NoticeMetrics(new SimpleMeterRegistry()), clock),
                clock);
    }

    private void register(String... tokens) {
        platform.insert("fcm.tokens", new Document("user_id", user).append("web_token", List.of(tokens)));
    }

    private List<String> registered() {
        return platform.tokens().of(user).stream().map(Secret::reveal).toList();
    }

    private Outcome handle(int attempt) {
        return handler.handle(row, attempt);
    }

    private Document recorded() {
        return Objects.requireNonNull(platform.collection("fcm.notifications")
                .find(new Document("users", user))
                .first());
    }

    private Document message() {
        return recorded().get("message", Document.class);
    }

    private List<Document> results() {
        return message().getList("results", Document.class);
    }

    private static Document sent(int number) {
        return new Document("message_id", "projects/acme-push/messages/" + number);
    }

    @Test
    void everyBrowserGetsOneMessageAndTheBellOneEntry() {
        register("a", "b");
        register("c");

        assertThat(handle(1)).isEqualTo(new Done());

        assertThat(google.addressed()).containsExactly("a", "b", "c");
        assertThat(message())
                .isEqualTo(new Document("success", 3)
                        .append("failure", 0)
                        .append("results", List.of(sent(1), sent(2), sent(3)))
                        .append("title", "Call Tracking Metrics connected")
                        .append("body", "Acme Dental is now connected to Call Tracking Metrics.")
                        .append("data", message().get("data"))
                        .append("click_action", "https://app.example/analytics"));
        assertThat(message().get("data", Document.class))
                .containsOnly(
                        Map.entry("type", "project_added"),
                        Map.entry("module", "projects"),
                        Map.entry("integration", "calltrackingmetrics"),
                        Map.entry(
                                "account_id",
                                row.payload().getObjectId("account").toHexString()),
                        Map.entry("click_action", "https://app.example/analytics"));
        assertThat(recorded().get("sent_by")).isEqualTo(Notices.ACTOR);
        assertThat(recorded().get("account")).isEqualTo(row.payload().get("as_owner_of"));
    }

    @Test
    void withoutABrowserTheBellHasItAllTheSame() {
        assertThat(handle(1)).isEqualTo(new Done());

        assertThat(google.sendings()).isEmpty();
        assertThat(message()).containsEntry("success", 0).containsEntry("failure", 0);
    }

    @Test
    void unregisteredRemovesExactlyTheOneToken() {
        register("a", "dead", "b");
        google.plan(FakeGoogle.sent(1), FakeGoogle.unregistered(), FakeGoogle.sent(3));

        assertThat(handle(1)).isEqualTo(new Done());

        assertThat(registered()).containsExactly("a", "b");
        assertThat(message()).containsEntry("success", 2).containsEntry("failure", 1);
        assertThat(results()).containsExactly(sent(1), new Document("error", "UNREGISTERED"), sent(3));
    }

    @Test
    void theExactInvalidTokenErrorRemovesTheToken() {
        register("broken");
        google.plan(FakeGoogle.invalidArgument("The registration token is not a valid FCM registration token"));

        assertThat(handle(1)).isEqualTo(new Done());
        assertThat(registered()).isEmpty();
    }

    @Test
    void aGeneric400RemovesNothingAndIsParkedWhenNobodyWasReached() {
        register("a", "b");
        google.plan(
                FakeGoogle.invalidArgument("Request contains an invalid argument."),
                FakeGoogle.invalidArgument("Request contains an invalid argument."));

        assertThat(handle(1)).isEqualTo(new GiveUp("FCM refuses it: INVALID_ARGUMENT"));

        assertThat(registered()).containsExactly("a", "b");
        assertThat(message()).containsEntry("success", 0).containsEntry("failure", 2);
    }

    @Test
    void aRefusalForOneBrowserIsRecordedAndTheOthersAreReached() {
        register("a", "b");
        google.plan(new Reply(403, FakeGoogle.error(403, "PERMISSION_DENIED", "x", "SENDER_ID_MISMATCH")));

        assertThat(handle(1)).isEqualTo(new Done());
        assertThat(registered()).containsExactly("a", "b");
        assertThat(results()).containsExactly(new Document("error", "SENDER_ID_MISMATCH"), sent(2));
    }

    @Test
    void aRetryGoesToThoseOnlyThatWereNotReached() {
        register("a", "b", "c");
        google.plan(FakeGoogle.sent(1), FakeGoogle.unavailable(""), FakeGoogle.sent(3), FakeGoogle.unavailable(""));

        assertThat(handle(1)).isEqualTo(new TryAgain("FCM says UNAVAILABLE"));
        assertThat(message()).containsEntry("success", 2);
        assertThat(handle(2)).isEqualTo(new TryAgain("FCM says UNAVAILABLE"));
        assertThat(handle(3)).isEqualTo(new Done());

        assertThat(google.addressed()).containsExactly("a", "b", "c", "b", "b");
        assertThat(message()).containsEntry("success", 3).containsEntry("failure", 0);
        assertThat(platform.collection("fcm.notifications").countDocuments(new Document("users", user)))
                .isEqualTo(1);
    }

    @Test
    void fcmsWishForAWaitIsPassedOn() {
        register("a", "b");
        google.plan(FakeGoogle.unavailable("Retry-After: 2"));

        assertThat(handle(1)).isEqualTo(new TryAgain(Optional.of(Duration.ofSeconds(2)), "FCM says UNAVAILABLE"));
        assertThat(google.addressed()).containsExactly("a");
        clock.move(Duration.ofSeconds(2));
        assertThat(handle(2)).isEqualTo(new Done());
    }

    @Test
    void aBrowserThatFailsEveryTimeDoesNotKeepTheOthersWaiting() {
        register("bad", "good");
        google.plan(FakeGoogle.unavailable("Retry-After: 2"), FakeGoogle.sent(2), FakeGoogle.unavailable(""));
        handle(1);
        clock.move(Duration.ofSeconds(5));

        assertThat(handle(2)).isInstanceOf(TryAgain.class);

        assertThat(google.addressed()).containsExactly("bad", "good", "bad");
    }

    @Test
    void aTokenThatIsRefusedMayBeTriedAgainWhenAnOperatorReleasesTheRow() {
        register("a");
        google.plan(FakeGoogle.invalidArgument("x"));
        assertThat(handle(1)).isInstanceOf(GiveUp.class);

        assertThat(handle(1)).isEqualTo(new Done());
        assertThat(results()).containsExactly(sent(2));
    }

    @Test
    void noTokenIsStoredInTheRecord() {
        register("canary-token");
        handle(1);

        assertThat(recorded().toJson()).doesNotContain("canary");
        assertThat(recorded().get("metadata", Document.class).getList("tokens", String.class))
                .containsExactly(Hashes.hex("canary-token"));
    }

    @Test
    void whenPushIsSwitchedOffTheRowIsParked() {
        register("a");
        handler = handler(new FcmSettings(null, google.url()));

        assertThat(handle(1)).isEqualTo(new GiveUp("FCM refuses it: push is not configured"));
        assertThat(google.sendings()).isEmpty();
    }
}
