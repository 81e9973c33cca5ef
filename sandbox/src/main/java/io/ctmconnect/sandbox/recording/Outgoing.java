package io.ctmconnect.sandbox.recording;

import com.sun.net.httpserver.HttpExchange;
import io.ctmconnect.sandbox.fault.Delivery;
import io.ctmconnect.sandbox.fault.Effect;
import io.ctmconnect.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/**
 * An answer of the storage.
 *
 * @param head status and headers; the whole answer where there is no recording
 * @param wav the recording that follows, or null
 * @param range its bytes that are sent
 */
record Outgoing(Response head, @Nullable Wav wav, ByteRange range) {

    private static final ByteRange NOTHING = new ByteRange(0, -1);

    static Outgoing of(Response response) {
        return new Outgoing(response, null, NOTHING);
    }

    /** A recording, or the part of it that the request asks for. */
    static Outgoing of(HttpExchange exchange, Wav wav, String type) {
        Response head =
                Response.text(200, type, "").with("Accept-Ranges", "bytes").with("ETag", wav.etag());
        Optional<ByteRange> asked = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Range"))
                .filter(_ -> isSame(exchange.getRequestHeaders().getFirst("If-Range"), wav))
                .flatMap(header -> ByteRange.read(header, wav.size()));
        if (asked.isEmpty()) {
            return new Outgoing(head, wav, ByteRange.whole(wav.size()));
        }
        ByteRange range = asked.get();
        if (range.isEmpty()) {
            return of(new Response(416, head.headers(), "<Error><Code>InvalidRange</Code></Error>")
                    .with("Content-Type", "application/xml")
                    .with("Content-Range", "bytes */" + wav.size()));
        }
        String told = "bytes " + range.first() + "-" + range.last() + "/" + wav.size();
        return new Outgoing(new Response(206, head.headers(), "").with("Content-Range", told), wav, range);
    }

    private static boolean isSame(@Nullable String ifRange, Wav wav) {
        return ifRange == null || ifRange.equals(wav.etag());
    }

    int status() {
        return head.status();
    }

    /** Sends it. Of the effects on a recording's way only a cut and a drop are known; the others are of the API. */
    void send(HttpExchange exchange, Optional<Effect> effect) throws IOException {
        if (wav == null) {
            Delivery.send(exchange, head, effect.orElse(new Effect.Answer(head)));
        } else if (effect.orElse(null) instanceof Effect.Drop) {
            throw new IOException("dropped on purpose");
        } else {
            send(exchange, wav, effect.orElse(null) instanceof Effect.CutBody);
        }
    }

    private void send(HttpExchange exchange, Wav recording, boolean cut) throws IOException {
        head.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status(), range.length());
        long last = cut ? range.first() + range.length() / 2 : range.last();
        recording.write(exchange.getResponseBody(), new ByteRange(range.first(), last));
        exchange.getResponseBody().flush();
        if (cut) {
            throw new IOException("cut on purpose");
        }
    }
}
