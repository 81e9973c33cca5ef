package io.ctmconnect.ctm;

import io.ctmconnect.secrets.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * CTM's API keys, sent as HTTP Basic on every request.
 *
 * @param accessKey the user part
 * @param secret the password part; also signs CTM's webhooks
 */
public record CtmKeys(Secret accessKey, Secret secret) {
    Secret basic() {
        String pair = accessKey.reveal() + ":" + secret.reveal();
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
