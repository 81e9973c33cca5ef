/**
 * Calls that webhooks have brought or that were read from CTM, kept in {@code analytics.calltrackingmetrics.calls}, and the
 * metrics of the campaigns that count them; and how far the calls of each CTM account were read.
 *
 * <p>For {@code webhooks} and {@code reconciliation}; {@code credentials} shows how far reading has come. Uses {@code ctm} for
 * what a call's fields mean, {@code platform} for the campaigns, {@code mongo}, {@code settings}. Start reading at {@link
 * io.ctmconnect.callstore.CallUpdates}: it is the one way in for calls. {@link io.ctmconnect.callstore.ReadingStore} knows
 * how far they were read.
 */
@NullMarked
package io.ctmconnect.callstore;

import org.jspecify.annotations.NullMarked;
