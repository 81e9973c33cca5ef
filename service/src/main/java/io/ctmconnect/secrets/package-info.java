/**
 * Keeps secrets secret: a type that never prints, and authenticated encryption bound to the place a secret is stored at.
 *
 * <p>Knows no feature. Start reading at {@link io.ctmconnect.secrets.SecretBox}.
 */
@NullMarked
package io.ctmconnect.secrets;

import org.jspecify.annotations.NullMarked;
