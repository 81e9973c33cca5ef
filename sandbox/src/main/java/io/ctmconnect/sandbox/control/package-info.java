/** Routes under {@code /_sandbox} by which a test or a person steers the sandbox. Start at {@code Control}. */
@NullMarked
package io.ctmconnect.sandbox.control;

import org.jspecify.annotations.NullMarked;
