/**
 * Puts the service together: commands, configuration, the store, the operator's routes, the API's description.
 *
 * <p>Imports everything; nobody imports it. Start reading at {@link io.ctmconnect.app.CtmConnect}.
 */
@NullMarked
package io.ctmconnect.app;

import org.jspecify.annotations.NullMarked;
