package io.ctmconnect.notifications;

import io.ctmconnect.notifications.SendResult.DeadAddress;
import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.outbox.Outcome;
import io.ctmconnect.outbox.Task;
import io.ctmconnect.outbox.TaskHandler;
import io.ctmconnect.platform.PlatformUser;
import io.ctmconnect.platform.PlatformUsers;
import jakarta.inject.Singleton;

/** Mails one notice to one recipient, at the address that the recipient has by then. */
@Singleton
class MailHandler implements TaskHandler {
    static final String KIND = "notice-mail";

    private final PlatformUsers users;
    private final NoticeMail mails;
    private final MailSender sender;

    MailHandler(PlatformUsers users, NoticeMail mails, MailSender sender) {
        this.users = users;
        this.mails = mails;
        this.sender = sender;
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
        AddressedNotice addressed = AddressedNotice.of(task);
        PlatformUser user = users.find(addressed.recipient().user()).orElse(null);
        String address = user == null ? null : user.email();
        if (user == null || address == null) {
            return new Outcome.GiveUp("the recipient has no e-mail address");
        }
        return switch (sender.send(mails.write(addressed, user, address))) {
            case Sent _ -> new Outcome.Done();
            case DeadAddress(String reason) -> new Outcome.GiveUp(reason);
            case Refused(String reason) -> new Outcome.GiveUp(reason);
            case TryAgain(var notBefore, String reason) -> new Outcome.TryAgain(notBefore, reason);
        };
    }
}
