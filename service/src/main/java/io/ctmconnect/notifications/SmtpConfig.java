package io.ctmconnect.notifications;

import io.ctmconnect.secrets.Secret;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;

import java.util.concurrent.TimeUnit;

/** The settings in the mail client's words. */
final class SmtpConfig {
    private static final int SECONDS = 20;

    private SmtpConfig() {}

    static MailConfig of(MailSettings settings) {
        MailConfig config = new MailConfig()
                .setPort(settings.port())
                .setSsl(settings.tls() == SmtpTls.TLS)
                .setStarttls(settings.tls() == SmtpTls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setKeepAlive(false)
                .setPipelining(false) // so that a refusal is known to be about the recipient
                .setUserAgent("ctm-connect")
                .setLogin(LoginOption.DISABLED)
                .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS))
                .setIdleTimeout(SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        if (settings.host() != null) {
            config.setHostname(settings.host());
        }
        Secret password = settings.password();
        if (settings.username() != null && password != null) {
            config.setLogin(LoginOption.REQUIRED)
                    .setAuthMethods("PLAIN LOGIN CRAM-MD5") // not those in which a password is no password
                    .setUsername(settings.username())
                    .setPassword(password.reveal());
        }
        return config;
    }
}
