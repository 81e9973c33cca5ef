package io.ctmconnect.sandbox.api;

import io.ctmconnect.sandbox.http.Request;
import io.ctmconnect.sandbox.world.Access;
import io.ctmconnect.sandbox.world.Identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the credentials of a request: HTTP Basic, or {@code auth_token} in the query or the body. */
final class Credentials {

    private static final String BASIC = "basic ";

    private Credentials() {}

    static Optional<Identity> of(Request request, Access access) {
        String header = request.authorization();
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip(), access);
        }
        return access.tokens().identify(request.params().text("auth_token"));
    }

    private static Optional<Identity> basic(String encoded, Access access) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : access.basic(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
