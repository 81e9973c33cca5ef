package io.ctmconnect.notifications;

import io.ctmconnect.credentials.IntegrationNotice;
import io.ctmconnect.outbox.Outbox;
import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.outbox.TaskHandler;
import io.ctmconnect.platform.NotificationPreferences;
import io.ctmconnect.platform.NotificationPreferences.Channel;
import jakarta.inject.Singleton;

/**
 * Makes one row of the outbox of each recipient and channel of a notice, so that a retry for one never repeats the others.
 * A channel that is not configured gets none.
 */
@Singleton
class IntegrationNotifier implements TaskHandler {
    private final Recipients recipients;
    private final NotificationPreferences preferences;
    private final NoticeChannels channels;
    private final Outbox outbox;
    private final NoticeMetrics metrics;

    IntegrationNotifier(
            Recipients recipients,
            NotificationPreferences preferences,
            NoticeChannels channels,
            Outbox outbox,
            NoticeMetrics metrics) {
        this.recipients = recipients;
        this.preferences = preferences;
        this.channels = channels;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return IntegrationNotice.KIND;
    }

    @Override
    public int version() {
        return IntegrationNotice.VERSION;
    }

    @Override
    public Outcome handle(Task task, int attempt) {
        for (Recipient recipient : recipients.of(IntegrationNotice.of(task).account())) {
            for (Channel channel : Channel.values()) {
                metrics.decided(channel, decide(task, recipient, channel));
            }
        }
        return new Outcome.Done();
    }

    private String decide(Task task, Recipient recipient, Channel channel) {
        if (!channels.isOn(channel)) {
            return "off";
        }
        if (!preferences.wants(recipient.account(), recipient.user(), channel)) {
            return "muted";
        }
        outbox.add(AddressedNotice.task(task, recipient, sender(channel), channel.key()));
        return "queued";
    }

    private static String sender(Channel channel) {
        return switch (channel) {
            case PUSH -> PushHandler.KIND;
            case EMAIL -> MailHandler.KIND;
        };
    }
}
