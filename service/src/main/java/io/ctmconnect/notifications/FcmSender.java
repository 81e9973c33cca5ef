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
    /** FCM has asked for silence until then: {@code Retry-After} is about the project, not about one message. */
    private volatile Instant silentUntil = Instant.EPOCH;

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

    /** Sends one message to one browser; never throws for what FCM answers or does not. */
    SendResult send(PushRecord.Text text, Secret token) {
        ServiceAccount account = settings.account();
        if (account == null) {
            return new SendResult.Refused("push is not configured");
        }
        Duration silence = Duration.between(clock.instant(), silentUntil);
        if (silence.isPositive()) {
            return new TryAgain(Optional.of(silence), "FCM has asked to wait");
        }
        SendResult result = metrics.timed(Channel.PUSH, () -> attempt(account, text, token));
        if (result instanceof TryAgain later) {
            later.notBefore().ifPresent(this::keepSilent);
        }
        return result;
    }

    private void keepSilent(Duration wait) {
        Instant end = clock.instant().plus(wait);
        silentUntil = end.isAfter(silentUntil) ? end : silentUntil;
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
