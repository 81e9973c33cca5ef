package io.ctmconnect.sandbox.control;

import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.http.Response;

import java.util.Map;

/** What answers one control route. */
@FunctionalInterface
interface Lever {

    Response pull(Request request, Map<String, String> vars) throws Refused;
}
