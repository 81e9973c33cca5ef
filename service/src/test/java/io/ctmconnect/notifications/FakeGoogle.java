package io.ctmconnect.notifications;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Google's token endpoint and FCM on one port: plays the replies that a test has planned, else accepts everything, and keeps
 * what it was sent.
 */
final class FakeGoogle implements AutoCloseable {
    static final KeyPair KEYS = newKeys();
    static final String PROJECT = "acme-push";
    static final String EMAIL = "sender@acme-push.iam.gserviceaccount.com";

    private final HttpServer server;
    private final Deque<Reply> tokenReplies = new ArrayDeque<>();
    private final Deque<Reply> sendReplies = new ArrayDeque<>();
    private final List<String> assertions = new CopyOnWriteArrayList<>();
    private final List<Sending> sendings = new CopyOnWriteArrayList<>();

    /** @param header {@code Name: value}, or empty for none */
    record Reply(int status, String body, String header) {
        Reply(int status, String body) {
            this(status, body, "");
        }
    }

    /** A request to send. */
    record Sending(String path, String authorization, String body) {}

    private FakeGoogle(HttpServer server) {
        this.server = server;
    }

    static FakeGoogle start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeGoogle google = new FakeGoogle(http);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/token", google::grant);
        http.createContext("/v1/", google::send);
        http.start();
        return google;
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ServiceAccount account() {
        return new ServiceAccount(EMAIL, "key-1", KEYS.getPrivate(), url().resolve("/token"), PROJECT);
    }

    FcmSettings settings() {
        return new FcmSettings(account(), url());
    }

    /** The account as the file that Google gives out. */
    String file() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return GoogleJson.write(Map.of(
                "type",
                "service_account",
                "project_id",
                PROJECT,
                "private_key_id",
                "key-1",
                "private_key",
                pem,
                "client_email",
                EMAIL,
                "token_uri",
                url() + "/token"));
    }

    void planToken(Reply... replies) {
        tokenReplies.addAll(List.of(replies));
    }

    void plan(Reply... replies) {
        sendReplies.addAll(List.of(replies));
    }

    /** The signed requests for access tokens. */
    List<String> assertions() {
        return assertions;
    }

    List<Sending> sendings() {
        return sendings;
    }

    /** The device tokens that messages were sent to, in their order. */
    List<String> addressed() {
        return sendings.stream()
                .map(sending -> GoogleJson.read(sending.body())
                        .path("message")
                        .path("token")
                        .asText())
                .toList();
    }

    static Reply granted(String token, long seconds) {
        return new Reply(200, "{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + "}");
    }

    static Reply sent(int number) {
        return new Reply(200, "{\"name\":\"projects/" + PROJECT + "/messages/" + number + "\"}");
    }

    static Reply unregistered() {
        return new Reply(404, error(404, "NOT_FOUND", "Requested entity was not found.", "UNREGISTERED"));
    }

    static Reply invalidArgument(String message) {
        return new Reply(400, error(400, "INVALID_ARGUMENT", message, "INVALID_ARGUMENT"));
    }

    static Reply unavailable(String header) {
        return new Reply(
                503, error(503, "UNAVAILABLE", "The service is currently unavailable.", "UNAVAILABLE"), header);
    }

    static String error(int code, String status, String message, String errorCode) {
        return """
                {"error":{"code":%d,"message":"%s","status":"%s","details":[
                {"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"%s"}]}}""".formatted(code, message, status, errorCode);
    }

    private void grant(HttpExchange exchange) throws IOException {
        assertions.add(field(body(exchange), "assertion"));
        reply(exchange, next(tokenReplies, number -> granted("access-" + number, 3600), assertions.size()));
    }

    private void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        sendings.add(new Sending(
                exchange.getRequestURI().getPath(), String.valueOf(headers.getFirst("Authorization")), body(exchange)));
        reply(exchange, next(sendReplies, FakeGoogle::sent, sendings.size()));
    }

    private static Reply next(Deque<Reply> planned, Function<Integer, Reply> usual, int number) {
        Reply reply = planned.poll();
        return reply == null ? usual.apply(number) : reply;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void reply(HttpExchange exchange, Reply reply) {
        try (exchange) {
            if (!reply.header().isEmpty()) {
                String[] parts = reply.header().split(": ", 2);
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
