/**
 * Notices about connections: who is told, by which channel, and the two senders, push (Firebase Cloud Messaging) and mail
 * (SMTP).
 *
 * <p>A notice is a task {@code integration-notice} of the outbox. {@link
 * io.ctmconnect.notifications.IntegrationNotifier} makes one row of each recipient and channel; {@link
 * io.ctmconnect.notifications.PushHandler} and {@link io.ctmconnect.notifications.MailHandler} send them. No other feature
 * uses this package: whoever has something to tell holds and releases a task. Uses of {@code credentials} that task alone,
 * and {@code outbox}, {@code platform}, {@code
 * secrets} and {@code settings}. Start reading at {@code IntegrationNotifier}.
 */
@NullMarked
package io.ctmconnect.notifications;

import org.jspecify.annotations.NullMarked;
