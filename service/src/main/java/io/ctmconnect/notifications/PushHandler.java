package io.ctmconnect.notifications;

import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.outbox.TaskHandler;
import io.ctmconnect.platform.FcmNotifications;
import io.ctmconnect.platform.FcmTokens;
import io.ctmconnect.platform.PushRecord;
import io.ctmconnect.secrets.Secret;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Pushes one notice to the browsers of one recipient, and records it for the platform's bell, also when there is no browser.
 * The record holds which browsers were reached, so that a retry goes to the others only.
 */
@Singleton
class PushHandler implements TaskHandler {
    static final String KIND = "notice-push";

    /** No browser is begun with after this; with the one at hand it stays well below an outbox row's lease. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final NoticePush pushes;
    private final FcmTokens tokens;
    private final FcmNotifications notifications;
    private final FcmSender sender;
    private final InstantSource clock;

    PushHandler(
            NoticePush pushes,
            FcmTokens tokens,
            FcmNotifications notifications,
            FcmSender sender,
            InstantSource clock) {
        this.pushes = pushes;
        this.tokens = tokens;
        this.notifications = notifications;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return AddressedNotice.VERSION;
    }

    @Override
    public Outcome handle(Task task, int attempt) {
        PushRecord push = pushes.write(AddressedNotice.of(task));
        PushProgress progress = new PushProgress(notifications.results(push.id()));
        notifications.save(push, progress.results());
        Instant stop = clock.instant().plus(LONGEST);
        for (Secret token : inTurn(progress.notReached(tokens.of(push.user())), attempt)) {
            if (clock.instant().isAfter(stop)) {
                progress.postpone(new SendResult.TryAgain("more browsers than one attempt reaches"));
                break;
            }
            send(push, token, progress);
        }
        return progress.outcome();
    }

    /** Each attempt begins with another browser: one that fails every time does not keep the others waiting. */
    private static List<Secret> inTurn(List<Secret> waiting, int attempt) {
        List<Secret> turned = new ArrayList<>(waiting);
        Collections.rotate(turned, 1 - attempt);
        return turned;
    }

    private void send(PushRecord push, Secret token, PushProgress progress) {
        switch (sender.send(push.text(), token)) {
            case SendResult.Sent(String messageId) -> progress.sent(token, messageId);
            case SendResult.Refused(String reason) -> progress.refused(token, reason);
            case SendResult.DeadAddress(String reason) -> {
                progress.dead(token, reason);
                tokens.remove(push.user(), token);
            }
            case SendResult.TryAgain later -> {
                progress.postpone(later);
                return;
            }
        }
        notifications.save(push, progress.results());
    }
}
