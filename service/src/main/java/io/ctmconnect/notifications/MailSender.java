package io.ctmconnect.notifications;

import io.ctmconnect.notifications.SendResult.Refused;
import io.ctmconnect.notifications.SendResult.Sent;
import io.ctmconnect.notifications.SendResult.TryAgain;
import io.ctmconnect.platform.NotificationPreferences.Channel;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends mail by SMTP, each on a connection and by a client of its own: one client that several threads use at once loses
 * about one in a hundred mails, and says nothing of it (vertx-mail-client 4.5.25).
 */
@Singleton
class MailSender {
    /** For everything, from connecting to the server's last word; much shorter than an outbox row's lease. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final MailConfig config;
    private final @Nullable MailAddress from;
    private final NoticeMetrics metrics;
    private final Duration timeout;

    @Inject
    MailSender(MailSettings settings, Vertx vertx, NoticeMetrics metrics) {
        this(settings, SmtpConfig.of(settings), vertx, metrics, TIMEOUT);
    }

    MailSender(MailSettings settings, MailConfig config, Vertx vertx, NoticeMetrics metrics, Duration timeout) {
        this.vertx = vertx;
        this.config = config;
        from = settings.isOn() ? settings.from() : null;
        this.metrics = metrics;
        this.timeout = timeout;
    }

    /** Sends one mail; never throws for what the server answers or does not. */
    SendResult send(Mail mail) {
        MailAddress sender = from;
        if (sender == null) {
            return new Refused("mail is not configured");
        }
        if (!MailAddress.isSendable(mail.to())) {
            return new Refused("the recipient's address is none");
        }
        return metrics.timed(Channel.EMAIL, () -> attempt(mail, sender));
    }

    private SendResult attempt(Mail mail, MailAddress sender) {
        MailClient smtp = MailClient.create(vertx, config);
        try {
            return smtp.sendMail(message(mail, sender))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .<SendResult>thenApply(_ -> new Sent(mail.id()))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return SmtpFailures.of(e.getCause());
        } catch (TimeoutException _) {
            return new TryAgain("the mail server did not answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new TryAgain("interrupted");
        } finally {
            smtp.close();
        }
    }

    /** Headers with names are written here: the client writes names without quotes and cuts characters in halves. */
    private static MailMessage message(Mail mail, MailAddress sender) {
        return new MailMessage()
                .setFrom(sender.address())
                .setTo(mail.to())
                .setText(mail.text())
                .setHtml(mail.html())
                .addHeader("From", sender.header())
                .addHeader("Subject", MailAddress.encoded(mail.subject()))
                .addHeader("Message-ID", "<" + mail.id() + "@" + sender.domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
