package io.ctmconnect.webhooks;

/**
 * An event and what has become of it.
 *
 * @param reason why, for what was not processed, without personal data; empty otherwise
 */
record KnownEvent(ReceivedEvent event, EventStatus status, String reason) {}
