package io.ctmconnect.notifications;

import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.vertx.ext.mail.SMTPException;
import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * What a failure to send means. A final refusal (5xx) of the recipient or of the mail is one; all else, a refused login or
 * sender too, is a matter of the server or of our configuration, which can be mended: it is tried again. A server's text may
 * hold the recipient's address and is never repeated.
 */
final class SmtpFailures {
    private SmtpFailures() {}

    static SendResult of(@Nullable Throwable failure) {
        if (!(failure instanceof SMTPException refusal)) {
            return new TryAgain("the mail server cannot be used: "
                    + (failure == null ? "unknown" : failure.getClass().getSimpleName()));
        }
        String reason = "the mail server answers " + refusal.getReplyCode() + " to " + step(refusal);
        return refusal.isPermanent() && isAboutTheMail(refusal) ? new Refused(reason) : new TryAgain(reason);
    }

    /** The client tells the step by the beginning of its message. */
    private static boolean isAboutTheMail(SMTPException refusal) {
        return Stream.of("recipient address not accepted", "DATA command not accepted", "sending data failed")
                .anyMatch(step -> begins(refusal, step));
    }

    private static String step(SMTPException refusal) {
        return begins(refusal, "recipient")
                ? "the recipient"
                : begins(refusal, "sender")
                        ? "the sender"
                        : begins(refusal, "AUTH")
                                ? "the login"
                                : isAboutTheMail(refusal) ? "the mail" : "the connection";
    }

    private static boolean begins(SMTPException refusal, String text) {
        return String.valueOf(refusal.getMessage()).startsWith(text);
    }
}
