/** Deterministic invented data for the accounts. Start at {@code Seeder}. */
@NullMarked
package io.ctmconnect.sandbox.seed;

import org.jspecify.annotations.NullMarked;
