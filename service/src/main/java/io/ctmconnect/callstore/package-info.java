/**
 * Calls that webhooks have brought, kept in {@code analytics.calltrackingmetrics.calls}, and the metrics of the campaigns
 * that count them.
 *
 * <p>For {@code webhooks}. Uses {@code ctm} for what a call's fields mean, {@code platform} for the campaigns, {@code
 * mongo}. Start reading at {@link io.ctmconnect.callstore.CallUpdates}: it is the one way in.
 */
@NullMarked
package io.ctmconnect.callstore;

import org.jspecify.annotations.NullMarked;
