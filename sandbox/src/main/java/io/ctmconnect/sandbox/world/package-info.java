/** What the simulated CTM holds: accounts, their activities, logins and keys. Start at {@code World}. */
@NullMarked
package io.ctmconnect.sandbox.world;

import org.jspecify.annotations.NullMarked;
