/** Telephone numbers: how CTM spells them and which can be bought. Start at {@code Market}. */
@NullMarked
package io.ctmconnect.sandbox.phone;

import org.jspecify.annotations.NullMarked;
