package io.ctmconnect.sandbox.fcm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/**
 * The invented account that may send, with a key pair of its own.
 *
 * @param tokenUri where access tokens are asked for, which is also the audience of assertions
 */
record ServiceAccount(KeyPair keys, String tokenUri) {

    static final String PROJECT = "ctm-connect-sandbox";
    static final String EMAIL = "push@" + PROJECT + ".iam.gserviceaccount.com";
    static final String KEY_ID = "5a4db0c5a4db0c5a4db0c5a4db0c5a4db0c00001";

    private static final int KEY_BITS = 2_048;

    static ServiceAccount create(String tokenUri) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new ServiceAccount(generator.generateKeyPair(), tokenUri);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    /** The file that Google's console gives out for such an account. */
    ObjectNode json() {
        return Json.object()
                .put("type", "service_account")
                .put("project_id", PROJECT)
                .put("private_key_id", KEY_ID)
                .put("private_key", pem())
                .put("client_email", EMAIL)
                .put("client_id", "100000000000000000001")
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", tokenUri)
                .put("universe_domain", "googleapis.com");
    }

    private String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        String body = lines.encodeToString(keys.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }
}
