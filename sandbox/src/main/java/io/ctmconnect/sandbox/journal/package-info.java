/** What was asked of the API, for tests to look at. Start at {@code Journal}. */
@NullMarked
package io.ctmconnect.sandbox.journal;

import org.jspecify.annotations.NullMarked;
