package io.ctmconnect.sandbox.fcm;

import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;
import io.ctmconnect.sandbox.http.Response;

/** Refusals of the token endpoint, in the shape of OAuth2. */
final class OAuthError {

    private OAuthError() {}

    static Refused of(String error, String description) {
        return new Refused(Response.json(400, Json.object().put("error", error).put("error_description", description)));
    }

    static Refused grant(String description) {
        return of("invalid_grant", description);
    }
}
