/**
 * What a rotation of the keyset does with stored documents: seals them again, and finds those that need an old key.
 *
 * <p>Knows no feature: {@code app} names the fields. Start reading at {@link io.ctmconnect.rotation.Reencryption}.
 */
@NullMarked
package io.ctmconnect.rotation;

import org.jspecify.annotations.NullMarked;
