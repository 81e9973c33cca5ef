package io.ctmconnect.webhooks;

/** {@code WEBHOOK_SIGNATURE_MODE}: what an event's signature decides. */
public enum SignatureMode {
    /** Nothing: the subscription's token alone proves an event. */
    OFF,
    /** A valid one proves an event, as the token does; a bad one is counted and recorded. */
    MONITOR,
    /** Without a valid one no event is taken. */
    ENFORCE
}
