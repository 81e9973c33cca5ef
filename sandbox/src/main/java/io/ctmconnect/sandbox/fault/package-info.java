/** Faults laid over the API on demand. Start at {@code Faults}. */
@NullMarked
package io.ctmconnect.sandbox.fault;

import org.jspecify.annotations.NullMarked;
