/**
 * Who calls: verifies the platform's JWT and settles for which account the caller acts.
 *
 * <p>Resources ask {@link io.ctmconnect.auth.CurrentCaller}; a class marked {@link io.ctmconnect.auth.Authenticated} is
 * reached by nobody else. Uses {@code http} and, for sub-accounts, {@code platform}.
 */
@NullMarked
package io.ctmconnect.auth;

import org.jspecify.annotations.NullMarked;
