/**
 * CallTrackingMetrics' own API, as its public clients use it: one typed method an endpoint, lenient where CTM is loose,
 * strict in what counts as an error.
 *
 * <p>A request passes these layers, put together in {@link io.ctmconnect.ctm.CtmClient}: retries (safe endpoints only), the
 * governor, the metered transport. A read may be answered before, from {@link io.ctmconnect.ctm.CtmMemory}. The governor
 * ({@link io.ctmconnect.ctm.Governor}) has a {@code Traffic} for each connection: its learned {@code Pace}, the {@code
 * WaitingRoom} in which its CTM accounts take turns, and its {@code Breakers}. Nothing here knows the platform. Uses {@code
 * secrets} and {@code settings}. Start reading at {@link io.ctmconnect.ctm.CtmApi}.
 */
@NullMarked
package io.ctmconnect.ctm;

import org.jspecify.annotations.NullMarked;
