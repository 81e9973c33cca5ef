/** A simulator of CallTrackingMetrics' REST API. Start at {@code Sandbox}; only this package wires the others together. */
@NullMarked
package io.ctmconnect.sandbox;

import org.jspecify.annotations.NullMarked;
