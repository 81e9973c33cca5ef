/**
 * Call events that CTM sends: subscribing a campaign to them, receiving them, and working them off.
 *
 * <p>A feature: uses {@code http}, {@code auth}, {@code ctm}, {@code credentials} (sessions, and the secrets that events are
 * signed with), {@code callstore}, {@code platform}, {@code secrets}, {@code settings}, {@code mongo}. Start reading at {@link
 * io.ctmconnect.webhooks.SubscriptionResource}.
 */
@NullMarked
package io.ctmconnect.webhooks;

import org.jspecify.annotations.NullMarked;
