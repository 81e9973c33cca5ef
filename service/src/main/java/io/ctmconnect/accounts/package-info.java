/**
 * The CTM accounts that a connection reaches.
 *
 * <p>Uses {@code http}, {@code auth}, {@code ctm} and {@code CtmSessions}. Start reading at {@code AccountResource}.
 */
@NullMarked
package io.ctmconnect.accounts;

import org.jspecify.annotations.NullMarked;
