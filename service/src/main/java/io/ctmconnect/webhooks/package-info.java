/**
 * Call events that CTM sends: subscribing a campaign to them, receiving them, working them off, looking at them, and
 * telling accounts of them live.
 *
 * <p>A feature: uses {@code http}, {@code auth}, {@code ctm}, {@code credentials} (sessions, the secrets that events are
 * signed with, notes of health), {@code callstore}, {@code platform}, {@code secrets}, {@code settings}, {@code mongo}.
 * Start reading at {@link io.ctmconnect.webhooks.Webhooks}: every event comes in there; {@link
 * io.ctmconnect.webhooks.Subscriptions} tells CTM where to send; {@link io.ctmconnect.webhooks.EventProcessing} is what
 * is done with events.
 */
@NullMarked
package io.ctmconnect.webhooks;

import org.jspecify.annotations.NullMarked;
