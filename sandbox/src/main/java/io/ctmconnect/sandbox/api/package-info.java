/** The simulated routes of CTM under {@code /api/v1}. Start at {@code Api}. */
@NullMarked
package io.ctmconnect.sandbox.api;

import org.jspecify.annotations.NullMarked;
