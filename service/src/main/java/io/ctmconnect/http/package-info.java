/**
 * The contract's outer form: the success and error envelopes, the error codes, request ids, the access log, and the
 * reading of bodies and queries that reports every violation at once.
 *
 * <p>Knows no feature; every resource uses it. Start reading at {@link io.ctmconnect.http.ErrorCode} and {@link
 * io.ctmconnect.http.Fields}.
 */
@NullMarked
package io.ctmconnect.http;

import org.jspecify.annotations.NullMarked;
