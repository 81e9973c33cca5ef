package io.ctmconnect.sandbox.fault;

import com.sun.net.httpserver.HttpExchange;
import io.ctmconnect.sandbox.http.Response;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Sends an answer, soundly or as a fault has it. */
public final class Delivery {

    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] HUGE_HEAD = "{\"calls\":[],\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HUGE_TAIL = "\"}".getBytes(StandardCharsets.US_ASCII);

    private Delivery() {}

    /** Sends the whole answer. */
    public static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = bytes(response);
        head(exchange, response, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Sends the answer with a fault's effect. */
    public static void send(HttpExchange exchange, Response response, Effect effect) throws IOException {
        switch (effect) {
            case Effect.Answer _ -> send(exchange, response);
            case Effect.AnswerAfter after -> send(exchange, after.response());
            case Effect.Slow slow -> {
                pause(slow.delay());
                send(exchange, response);
            }
            case Effect.Drip drip -> drip(exchange, response, drip);
            case Effect.Drop _ -> throw new IOException("dropped on purpose");
            case Effect.CutBody _ -> cut(exchange, response);
            case Effect.Huge huge -> flood(exchange, response, huge.mebibytes());
        }
    }

    private static void drip(HttpExchange exchange, Response response, Effect.Drip drip) throws IOException {
        byte[] body = bytes(response);
        head(exchange, response, body.length);
        OutputStream out = exchange.getResponseBody();
        out.flush();
        for (int sent = 0; sent < body.length; sent += drip.pieceBytes()) {
            pause(drip.pause());
            out.write(body, sent, Math.min(drip.pieceBytes(), body.length - sent));
            out.flush();
        }
    }

    private static void cut(HttpExchange exchange, Response response) throws IOException {
        byte[] body = bytes(response);
        head(exchange, response, body.length + 1L);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("cut on purpose");
    }

    private static void flood(HttpExchange exchange, Response response, int mebibytes) throws IOException {
        byte[] padding = new byte[MEBIBYTE];
        Arrays.fill(padding, (byte) 'x');
        head(exchange, response, HUGE_HEAD.length + (long) mebibytes * MEBIBYTE + HUGE_TAIL.length);
        OutputStream out = exchange.getResponseBody();
        out.write(HUGE_HEAD);
        for (int i = 0; i < mebibytes; i++) {
            out.write(padding);
        }
        out.write(HUGE_TAIL);
    }

    private static void head(HttpExchange exchange, Response response, long length) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
    }

    private static byte[] bytes(Response response) {
        return response.body().getBytes(StandardCharsets.UTF_8);
    }

    private static void pause(Duration length) throws IOException {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the sandbox is closing");
        }
    }
}
