/**
 * Trackers: what the platform calls a tracking number of CTM together with the source that it belongs to.
 *
 * <p>Uses {@code http}, {@code auth}, {@code ctm}, {@code CtmSessions} and {@code idempotency}. Start reading at {@code
 * TrackerResource}; what a creation does, and undoes, is in {@code TrackerCreation}.
 */
@NullMarked
package io.ctmconnect.trackers;

import org.jspecify.annotations.NullMarked;
