package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.sandbox.http.Json;
import io.ctmconnect.sandbox.http.Refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The JWT by which a service account asks for an access token. Read without a JWT library, so that a mistake of one cannot
 * hide on both sides.
 */
final class Assertion {

    static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";

    private static final String SIGNATURE = "Invalid JWT Signature.";
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private final List<String> parts;
    private final JsonNode header;
    private final JsonNode claims;

    private Assertion(List<String> parts) throws IOException {
        this.parts = parts;
        this.header = Json.read(decode(parts.get(0)));
        this.claims = Json.read(decode(parts.get(1)));
    }

    /** Takes the text apart; what is not a JWT is refused. */
    static Assertion read(String jwt) throws Refused {
        List<String> parts = List.of(jwt.split("\\.", -1));
        if (parts.size() != 3) {
            throw OAuthError.grant("Bad Request");
        }
        try {
            return new Assertion(parts);
        } catch (IllegalArgumentException | IOException e) {
            throw OAuthError.grant("Bad Request");
        }
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    /** Refuses what Google would refuse. */
    void verify(ServiceAccount account, Instant now) throws Refused {
        require(
                is(header, "alg", "RS256") && (!header.has("kid") || is(header, "kid", ServiceAccount.KEY_ID)),
                SIGNATURE);
        require(is(claims, "iss", ServiceAccount.EMAIL), "Invalid grant: account not found");
        require(isSignedBy(account.publicKey()), SIGNATURE);
        require(
                is(claims, "aud", account.tokenUri()),
                "Invalid JWT: Failed audience check. The right audience is " + account.tokenUri());
        require(
                isTimely(now),
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
                        + "Check your iat and exp values in the JWT claim.");
        if (!List.of(claims.path("scope").asText().split(" ", -1)).contains(SCOPE)) {
            throw OAuthError.of("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
        }
    }

    private static boolean is(JsonNode object, String name, String value) {
        return object.path(name).asText().equals(value);
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(decode(parts.get(2)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isTimely(Instant now) {
        JsonNode iat = claims.path("iat");
        JsonNode exp = claims.path("exp");
        if (!iat.isIntegralNumber() || !exp.isIntegralNumber()) {
            return false;
        }
        Instant issued = Instant.ofEpochSecond(iat.asLong());
        Instant expires = Instant.ofEpochSecond(exp.asLong());
        return !issued.isAfter(now.plus(LEEWAY)) && expires.isAfter(now) && !expires.isAfter(issued.plus(LONGEST));
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw OAuthError.grant(otherwise);
        }
    }
}
