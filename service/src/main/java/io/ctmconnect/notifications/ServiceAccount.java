package io.ctmconnect.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.settings.Environment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Google's service account, read from the JSON file that Google gives out for it. Prints as its project.
 *
 * @param clientEmail who asks for access tokens
 * @param privateKeyId names the key to Google; empty when the file does not
 * @param privateKey RSA; signs the requests for access tokens
 * @param tokenUri where access tokens are asked for
 * @param projectId the Firebase project that sends
 */
record ServiceAccount(String clientEmail, String privateKeyId, PrivateKey privateKey, URI tokenUri, String projectId) {
    private static final String RULE = "must be the path of a Google service account's JSON file";
    private static final int MAX_FILE_BYTES = 100_000;

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException when it is not such a file. The message says why and repeats no value of it
     */
    static ServiceAccount read(String path) {
        JsonNode file = GoogleJson.read(content(path));
        if (!file.isObject()) {
            throw unfit("this one is no JSON object");
        }
        return new ServiceAccount(
                text(file, "client_email", ".+@.+"),
                file.path("private_key_id").asText(),
                privateKey(text(file, "private_key", "(?s).+")),
                tokenUri(text(file, "token_uri", ".+")),
                text(file, "project_id", "[A-Za-z0-9.:-]+"));
    }

    private static String content(String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw unfit("this one is too large");
            }
            return Files.readString(file);
        } catch (IOException | InvalidPathException _) {
            throw unfit("this one cannot be read");
        }
    }

    private static String text(JsonNode file, String field, String pattern) {
        String text = file.path(field).asText().strip();
        if (!text.matches(pattern)) {
            throw unfit("this one has no usable " + field);
        }
        return text;
    }

    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw unfit("this one has no usable private_key");
        }
    }

    private static URI tokenUri(String text) {
        try {
            URI address = URI.create(text);
            if (Environment.isPrivate(address)) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw unfit("this one has no usable token_uri, it must be an https address");
    }

    private static IllegalArgumentException unfit(String reason) {
        return new IllegalArgumentException(RULE + "; " + reason);
    }

    @Override
    public String toString() {
        return "ServiceAccount[" + projectId + "]";
    }
}
