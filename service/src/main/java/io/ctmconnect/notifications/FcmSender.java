package io.ctmconnect.notifications;

import io.ctmconnect.notifications.AccessTokens.NoAccessTokenException;
import io.ctmconnect.notifications.GoogleTransport.Reply;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.platform.NotificationPreferences.Channel;
import io.ctmconnect.platform.PushRecord;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends push notices by FCM's HTTP v1 API, one message a token. */
@Singleton
class FcmSender {
    private final FcmSettings settings;
    private final GoogleTransport transport;
    private final AccessTokens tokens;
    private final NoticeMetrics metrics;
    private final InstantSource clock;
    /** FCM has asked for it: {@code Retry-After} is about the project, not about one message. */
    private volatile Silence silence = new Silence(Instant.EPOCH, Instant.EPOCH);

    FcmSender(
            FcmSettings settings,
            GoogleTransport transport,
            AccessTokens tokens,
            NoticeMetrics metrics,
            InstantSource clock) {
        this.settings = settings;
        this.transport = transport;
        this.tokens = tokens;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Silence(Instant from, Instant until) {
        /** None when the clock was set back to before it: nobody knows then how much of it is over. */
        Duration leftAt(Instant now) {
            return now.isBefore(from) ? Duration.ZERO : Duration.between(now, until);
        }
    }

    /** Sends one message to one browser; never throws for what FCM answers or does not. */
    SendResult send(PushRecord.Text text, Secret token) {
        ServiceAccount account = settings.account();
        if (account == null) {
            return new SendResult.Refused("push is not configured");
        }
        Duration left = silence.leftAt(clock.instant());
        if (left.isPositive()) {
            return new TryAgain(Optional.of(left), "FCM has asked to wait");
        }
        SendResult result = metrics.timed(Channel.PUSH, () -> attempt(account, text, token));
        if (result instanceof TryAgain later) {
            later.notBefore().ifPresent(this::keepSilent);
        }
        return result;
    }

    private void keepSilent(Duration wait) {
        Instant now = clock.instant();
        if (wait.compareTo(silence.leftAt(now)) > 0) {
            silence = new Silence(now, now.plus(wait));
        }
    }

    private SendResult attempt(ServiceAccount account, PushRecord.Text text, Secret token) {
        String body = FcmMessage.of(text, token);
        try {
            Secret access = tokens.current(account);
            Reply reply = post(account, body, access);
            if (FcmAnswers.isUnauthorized(reply)) {
                reply = post(account, body, tokens.insteadOf(access, account));
            }
            return FcmAnswers.of(reply, clock.instant());
        } catch (NoAccessTokenException e) {
            return e.result();
        } catch (IOException e) {
            return new TryAgain("FCM: " + e.getMessage());
        }
    }

    private Reply post(ServiceAccount account, String body, Secret access) throws IOException {
        URI address = URI.create(settings.baseUrl() + "/v1/projects/" + account.projectId() + "/messages:send");
        return transport.post(address, "application/json; charset=utf-8", body, access);
    }
}
