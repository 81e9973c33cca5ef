package io.ctmconnect.notifications;

import io.ctmconnect.platform.NotificationPreferences.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Which channels are configured. */
@Singleton
class NoticeChannels {
    private static final Logger LOG = Logger.getLogger(NoticeChannels.class);

    private final FcmSettings push;
    private final MailSettings mail;

    NoticeChannels(FcmSettings push, MailSettings mail) {
        this.push = push;
        this.mail = mail;
    }

    boolean isOn(Channel channel) {
        return switch (channel) {
            case PUSH -> push.account() != null;
            case EMAIL -> mail.isOn();
        };
    }

    void tell(@Observes StartupEvent started) {
        LOG.infof("notices: push is %s, mail is %s", word(Channel.PUSH), word(Channel.EMAIL));
    }

    private String word(Channel channel) {
        return isOn(channel) ? "on" : "off";
    }
}
