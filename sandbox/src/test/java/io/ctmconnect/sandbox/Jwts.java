package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Assertions of a service account, signed with the key of its file. */
record Jwts(JsonNode account) {

    static Jwts of(Sandbox sandbox) {
        return new Jwts(Probe.parse(sandbox.fcmCredentials()));
    }

    /** The claims of a good assertion. */
    ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", account.path("client_email").asText())
                .put("scope", "https://www.googleapis.com/auth/firebase.messaging")
                .put("aud", account.path("token_uri").asText())
                .put("iat", now)
                .put("exp", now + 3_600);
    }

    String sign(ObjectNode claims) {
        return sign("RS256", account.path("private_key_id").asText(), claims);
    }

    String sign(String algorithm, String keyId, ObjectNode claims) {
        ObjectNode header =
                JsonNodeFactory.instance.objectNode().put("alg", algorithm).put("kid", keyId);
        String signed = encode(header.toString()) + "." + encode(claims.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey key() throws GeneralSecurityException {
        String pem = account.path("private_key").asText().replaceAll("-----[A-Z ]+-----|\\n", "");
        byte[] der = Base64.getDecoder().decode(pem);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
