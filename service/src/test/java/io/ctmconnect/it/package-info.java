/**
 * The whole service, started as its users start it, with the sandbox for CTM, over HTTP. Every answer that a test sees is
 * also held against the service's own OpenAPI document. Start reading at {@link io.ctmconnect.it.World}.
 */
@NullMarked
package io.ctmconnect.it;

import org.jspecify.annotations.NullMarked;
