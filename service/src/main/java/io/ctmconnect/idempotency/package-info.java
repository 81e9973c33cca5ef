/**
 * Requests that create something, and are not to create it twice: the header {@code Idempotency-Key}, and what is kept of
 * the first request with a key for 24 hours.
 *
 * <p>Uses {@code http} and {@code mongo}; features that create use it. Start reading at {@link
 * io.ctmconnect.idempotency.Idempotency}.
 */
@NullMarked
package io.ctmconnect.idempotency;

import org.jspecify.annotations.NullMarked;
