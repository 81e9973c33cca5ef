/**
 * The calls of a CTM account.
 *
 * <p>Uses {@code http}, {@code auth}, {@code ctm} and {@code CtmSessions}. Start reading at {@code CallResource}; which
 * rows count is decided in {@code CallQuery}, how they are fetched in {@code CallList}.
 */
@NullMarked
package io.ctmconnect.calls;

import org.jspecify.annotations.NullMarked;
