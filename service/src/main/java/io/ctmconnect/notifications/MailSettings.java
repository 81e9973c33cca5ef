package io.ctmconnect.notifications;

import io.ctmconnect.secrets.Secret;
import io.ctmconnect.settings.Environment;
import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * How mail is sent.
 *
 * @param host {@code SMTP_HOST}; null switches mail off
 * @param port {@code SMTP_PORT}
 * @param tls {@code SMTP_TLS}
 * @param username {@code SMTP_USERNAME}; null to send without a login
 * @param password {@code SMTP_PASSWORD}; null when there is no username
 * @param from {@code MAIL_FROM}; there is one when there is a host
 */
public record MailSettings(
        @Nullable String host,
        int port,
        SmtpTls tls,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable MailAddress from) {
    private static final String HOST = "SMTP_HOST";
    private static final String TLS = "SMTP_TLS";
    private static final String USERNAME = "SMTP_USERNAME";
    private static final String PASSWORD = "SMTP_PASSWORD";
    private static final String FROM = "MAIL_FROM";
    /** A name, or an address of version 4 or 6. */
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f.]*(:[0-9A-Fa-f.]*){2,}");
    /** The port on which mail servers speak TLS from the first byte. */
    private static final int TLS_PORT = 465;

    /** Reads the keys of mail. */
    public static MailSettings of(Environment environment) {
        int port = environment.integer("SMTP_PORT", 587, 1, 65_535);
        MailSettings settings = new MailSettings(
                host(environment),
                port,
                environment.oneOf(TLS, port == TLS_PORT ? SmtpTls.TLS : SmtpTls.STARTTLS),
                environment.text(USERNAME).orElse(null),
                environment.text(PASSWORD).map(Secret::of).orElse(null),
                from(environment));
        settings.check(environment);
        return settings;
    }

    private static @Nullable String host(Environment environment) {
        String host = environment.text(HOST).orElse(null);
        if (host != null && !HOST_NAME.matcher(host).matches()) {
            environment.problem(HOST, "must be a host's name or address, without a port");
        }
        return host;
    }

    private static @Nullable MailAddress from(Environment environment) {
        String text = environment.text(FROM).orElse(null);
        MailAddress from = text == null ? null : MailAddress.of(text).orElse(null);
        if (text != null && from == null) {
            environment.problem(FROM, "must be an address, or a name and an address: Name <address>");
        }
        return from;
    }

    private void check(Environment environment) {
        if (host != null && environment.text(FROM).isEmpty()) {
            environment.problem(FROM, "must be set with " + HOST);
        }
        if ((username == null) != (password == null)) {
            environment.problem(username == null ? USERNAME : PASSWORD, "must be set with the other of the two");
        }
        if (tls == SmtpTls.OFF && password != null && !Environment.isThisMachine(host)) {
            environment.problem(TLS, "must not be off with " + PASSWORD + ", unless " + HOST + " is this machine");
        }
    }

    /** Whether mail is sent at all. */
    boolean isOn() {
        return host != null;
    }

    /** Without the login. */
    @Override
    public String toString() {
        return "MailSettings[" + (isOn() ? host + ":" + port + ", " + tls : "off") + "]";
    }
}
