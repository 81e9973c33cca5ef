/** Start-up. */
@NullMarked
package io.ctmconnect.sandbox;

import org.jspecify.annotations.NullMarked;
