/** Live calls, and the webhooks that tell of them: signed, sent again until they are taken, and spoilt on demand. Start at {@code Hooks}. */
@NullMarked
package io.ctmconnect.sandbox.hook;

import org.jspecify.annotations.NullMarked;
