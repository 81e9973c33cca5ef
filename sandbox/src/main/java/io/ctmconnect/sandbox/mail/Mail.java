package io.ctmconnect.sandbox.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ctmconnect.sandbox.http.Json;
import jakarta.mail.MessagingException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A message that arrived.
 *
 * @param seq counts from 1 since the start or the last clearing
 * @param envelope who it came from and for whom, as SMTP said it
 * @param json all of it as the control route lists it
 * @param raw as it came over the wire
 */
record Mail(long seq, Envelope envelope, ObjectNode json, String raw) {

    /**
     * What SMTP says around a message.
     *
     * @param login who logged in, empty for nobody
     */
    record Envelope(String from, List<String> to, String login) {}

    static Mail of(long seq, Instant received, Envelope envelope, byte[] raw) throws MessagingException, IOException {
        Parts parts = Parts.of(raw);
        ObjectNode json = Json.object()
                .put("seq", seq)
                .put("received_at", received.toString())
                .put("from", envelope.from());
        json.set("to", Json.texts(envelope.to()));
        json.put("login", envelope.login().isEmpty() ? null : envelope.login())
                .put("header_from", parts.header("From").orElse(null))
                .put("header_to", parts.header("To").orElse(null))
                .put("subject", parts.subject().orElse(null))
                .put("message_id", parts.header("Message-ID").orElse(null))
                .put("text", parts.first("text/plain").orElse(null))
                .put("html", parts.first("text/html").orElse(null));
        return new Mail(seq, envelope, json, new String(raw, StandardCharsets.UTF_8));
    }
}
