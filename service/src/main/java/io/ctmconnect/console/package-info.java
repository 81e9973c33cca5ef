/**
 * Serves the console, a page for the browser that is a client of the public API and of nothing else. Its files are in {@code
 * resources/console}; what they do begins in {@code js/app.js} there.
 *
 * <p>Nobody uses this package. Start reading at {@link io.ctmconnect.console.ConsoleRoutes}.
 */
@NullMarked
package io.ctmconnect.console;

import org.jspecify.annotations.NullMarked;
