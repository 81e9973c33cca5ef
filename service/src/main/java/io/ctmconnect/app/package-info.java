/** Start-up. */
@NullMarked
package io.ctmconnect.app;

import org.jspecify.annotations.NullMarked;
