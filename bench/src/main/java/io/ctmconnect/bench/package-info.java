/** Start-up. */
@NullMarked
package io.ctmconnect.bench;

import org.jspecify.annotations.NullMarked;
