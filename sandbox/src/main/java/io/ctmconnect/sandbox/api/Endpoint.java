package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

/** What answers one method of one path. */
@FunctionalInterface
interface Endpoint {

    Response answer(ApiCall call) throws Refused;
}
