/**
 * CallTrackingMetrics' own API, as its public clients use it: one typed method an endpoint, lenient where CTM is loose,
 * strict in what counts as an error.
 *
 * <p>A request passes these layers, put together in {@link io.ctmconnect.ctm.CtmClient}: the connection's request budget,
 * retries (safe endpoints only), the metered transport. Nothing here knows the platform. Uses {@code secrets} and {@code settings}. Start
 * reading at {@link io.ctmconnect.ctm.CtmApi}.
 */
@NullMarked
package io.ctmconnect.ctm;

import org.jspecify.annotations.NullMarked;
