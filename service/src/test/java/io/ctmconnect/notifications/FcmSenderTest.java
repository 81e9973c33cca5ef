package io.ctmconnect.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.notifications.FakeGoogle.Reply;
import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.platform.PushRecord;
import io.ctmconnect.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("NullAway.Init")
class FcmSenderTest {
    private static final Secret DEVICE = Secret.of("device-1");
    private static final Reply UNAUTHORIZED = new Reply(401, "{\"error\":{\"status\":\"UNAUTHENTICATED\"}}");

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private FakeGoogle google;
    private FcmSender sender;

    @BeforeEach
    void start() throws IOException {
        google = FakeGoogle.start();
        sender = sender(google.settings(), new GoogleTransport());
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private FcmSender sender(FcmSettings settings, GoogleTransport transport) {
        return new FcmSender(
                settings, transport, new AccessTokens(transport, clock), new NoticeMetrics(metrics), clock);
    }

    private static PushRecord.Text text(String link) {
        return new PushRecord.Text("project_added", "projects", "Title", "Bödy", link, Map.of("k", "v"));
    }

    private SendResult send() {
        return sender.send(text("https://app.example/analytics"), DEVICE);
    }

    @Test
    void aMessageGoesToOneTokenOfTheAccountsProject() {
        assertThat(send()).isEqualTo(new Sent("projects/acme-push/messages/1"));

        FakeGoogle.Sending sending = google.sendings().getFirst();
        assertThat(sending.path()).isEqualTo("/v1/projects/acme-push/messages:send");
        assertThat(sending.authorization()).isEqualTo("Bearer access-1");
        assertThat(GoogleJson.read(sending.body())).isEqualTo(GoogleJson.read("""
                                {"message":{"token":"device-1","notification":{"title":"Title","body":"Bödy"},
                                "data":{"k":"v"},
                                "webpush":{"fcm_options":{"link":"https://app.example/analytics"}}}}"""));
    }

    @Test
    void aLinkThatIsNotHttpsIsLeftToTheData() {
        sender.send(text("http://localhost:3000/analytics"), DEVICE);

        JsonNode message = GoogleJson.read(google.sendings().getFirst().body()).path("message");
        assertThat(message.has("webpush")).isFalse();
    }

    @Test
    void theAccessTokenIsSharedByMessages() {
        send();
        send();

        assertThat(google.assertions()).hasSize(1);
    }

    @Test
    void aRefusedAccessTokenIsReplacedAndTheMessageSent() {
        google.plan(UNAUTHORIZED);

        assertThat(send()).isInstanceOf(Sent.class);
        assertThat(google.sendings())
                .extracting(FakeGoogle.Sending::authorization)
                .containsExactly("Bearer access-1", "Bearer access-2");
    }

    @Test
    void aSecondRefusalIsTriedAgainLater() {
        google.plan(UNAUTHORIZED, UNAUTHORIZED);

        assertThat(send()).isEqualTo(new TryAgain("FCM answers with HTTP 401"));
        assertThat(google.sendings()).hasSize(2);
    }

    @Test
    void nothingIsSentWhileFcmWantsSilence() {
        google.plan(FakeGoogle.unavailable("Retry-After: 2"));

        assertThat(send()).isEqualTo(new TryAgain(Optional.of(Duration.ofSeconds(2)), "FCM says UNAVAILABLE"));
        clock.move(Duration.ofMillis(1500));
        assertThat(send()).isEqualTo(new TryAgain(Optional.of(Duration.ofMillis(500)), "FCM has asked to wait"));
        assertThat(google.sendings()).hasSize(1);
        clock.move(Duration.ofMillis(500));
        assertThat(send()).isInstanceOf(Sent.class);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeTheSilenceLonger() {
        google.plan(FakeGoogle.unavailable("Retry-After: 2"));
        send();

        clock.move(Duration.ofHours(-1));

        assertThat(send()).isInstanceOf(Sent.class);
    }

    @Test
    void withoutARetryAfterTheNextMessageIsSent() {
        google.plan(FakeGoogle.unavailable(""));

        assertThat(send()).isEqualTo(new TryAgain("FCM says UNAVAILABLE"));
        assertThat(send()).isInstanceOf(Sent.class);
    }

    @Test
    void anFcmThatIsAwayIsTriedAgainLater() {
        sender = sender(new FcmSettings(google.account(), URI.create("http://127.0.0.1:1")), new GoogleTransport());

        assertThat(send()).isEqualTo(new TryAgain("FCM: the connection failed"));
    }

    @Test
    void anFcmThatNeverAnswersIsTriedAgainLater() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            GoogleTransport impatient = new GoogleTransport(Duration.ofMillis(300));
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            FcmSender toSilence = new FcmSender(
                    new FcmSettings(google.account(), address),
                    impatient,
                    new AccessTokens(new GoogleTransport(), clock),
                    new NoticeMetrics(metrics),
                    clock);

            assertThat(toSilence.send(text("https://a.example"), DEVICE))
                    .isEqualTo(new TryAgain("FCM: no answer in time"));
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsTriedAgainLater() {
        google.plan(new Reply(200, "x".repeat(300_000)));

        assertThat(send()).isEqualTo(new TryAgain("FCM: the connection failed"));
    }

    @Test
    void aRedirectIsNotFollowedSoThatNoTokenLeavesTheHost() {
        google.plan(new Reply(307, "", "Location: " + google.url() + "/v1/elsewhere"));

        assertThat(send()).isEqualTo(new TryAgain("FCM answers with HTTP 307"));
        assertThat(google.sendings()).hasSize(1);
    }

    @Test
    void withoutAnAccountNothingIsSent() {
        sender = sender(new FcmSettings(null, google.url()), new GoogleTransport());

        assertThat(send()).isEqualTo(new Refused("push is not configured"));
        assertThat(google.sendings()).isEmpty();
    }

    @Test
    void everySendingIsCountedByItsOutcome() {
        google.plan(FakeGoogle.unregistered(), FakeGoogle.invalidArgument("x"), FakeGoogle.unavailable(""));
        for (int i = 0; i < 4; i++) {
            send();
        }

        for (String outcome : new String[] {"sent", "dead_address", "refused", "try_again"}) {
            assertThat(metrics.get("notices.sends")
                            .tags("channel", "push", "outcome", outcome)
                            .timer()
                            .count())
                    .as(outcome)
                    .isEqualTo(1);
        }
    }
}
