package io.ctmconnect.sandbox.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One event on its way to one webhook.
 *
 * @param address where to
 * @param body as it is sent, and signed
 * @param secret signs it
 */
record Post(String address, String body, String secret) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> EVENTS = Map.of("start", "call.received", "end", "call.completed");

    static Post of(ObjectNode webhook, ObjectNode row, String secret, HookPlan plan) {
        String address = webhook.path("weburl").asText();
        String position = webhook.path("position").asText();
        return new Post(
                plan.forge().token() ? address.replaceAll("([?&]s=)[^&]*", "$1forged") : address,
                body(row, position, plan.shape()),
                plan.forge().signature() ? secret + "-forged" : secret);
    }

    private static String body(ObjectNode row, String position, HookPlan.Shape shape) {
        if (shape == HookPlan.Shape.FLAT) {
            return row.toString();
        }
        ObjectNode wrapped = Json.object().put("event", EVENTS.getOrDefault(position, position));
        wrapped.set("call", row);
        return wrapped.toString();
    }

    HttpRequest request(Instant now) {
        String time = Long.toString(now.getEpochSecond());
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-CTM-Time", time)
                .header("X-CTM-Signature", signature(time))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String signature(String time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal((time + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
