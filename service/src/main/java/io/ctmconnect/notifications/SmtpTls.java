package io.ctmconnect.notifications;

/** How the connection to the mail server is kept private. */
public enum SmtpTls {
    /** Not at all. */
    OFF,
    /** It becomes TLS before anything is said; a server that does not offer it is not used. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
}
