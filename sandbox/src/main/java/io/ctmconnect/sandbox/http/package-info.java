/** Requests, parameters, answers and routing, with no knowledge of what is served. Start at {@code Router}. */
@NullMarked
package io.ctmconnect.sandbox.http;

import org.jspecify.annotations.NullMarked;
