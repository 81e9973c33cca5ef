package io.ctmconnect.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HooksTest {

    private static final String SECRET = "sandbox-account-482913-secret-1";

    private record Got(String query, String time, String signature, String body) {

        JsonNode json() {
            return Probe.parse(body);
        }
    }

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    private final Receiver receiver = new Receiver();

    private final class Receiver {
        private final HttpServer server;

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", this::receive);
            server.start();
        }

        private void receive(HttpExchange exchange) throws IOException {
            got.add(new Got(
                    exchange.getRequestURI().getQuery(),
                    exchange.getRequestHeaders().getFirst("X-CTM-Time"),
                    exchange.getRequestHeaders().getFirst("X-CTM-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        }
    }

    @AfterAll
    void stop() {
        receiver.server.stop(0);
    }

    @BeforeEach
    void subscribe() {
        probe.control("POST", "/reset", "");
        got.clear();
        answers.clear();
        for (String position : new String[] {"start", "end"}) {
            String address = "http://127.0.0.1:%d/?s=secret&p=%s"
                    .formatted(receiver.server.getAddress().getPort(), position);
            probe.postJson(
                    "/accounts/482913/webhooks",
                    "{\"weburl\":\"%s\",\"position\":\"%s\"}".formatted(address, position));
        }
    }

    private void plan(String plan) {
        assertThat(probe.control("POST", "/hooks/plan", plan).status()).isEqualTo(200);
    }

    private void ring() {
        assertThat(probe.control("POST", "/accounts/482913/calls/live", "{\"ms\":1}")
                        .status())
                .isEqualTo(200);
    }

    private Got next() throws InterruptedException {
        Got next = got.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static String sign(String secret, Got event) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] signed = (event.time() + event.body()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }

    @Test
    void aCallRingsAndEnds() throws Exception {
        ring();

        Got one = next();
        Got other = next();
        Got start = one.query().endsWith("start") ? one : other;
        Got end = start.equals(one) ? other : one;
        assertThat(start.json().path("dial_status").asText()).isEqualTo("ringing");
        assertThat(start.json().has("duration")).isFalse();
        assertThat(end.json().path("id")).isEqualTo(start.json().path("id"));
        assertThat(end.json().path("duration").isIntegralNumber()).isTrue();
        assertThat(start.signature()).isEqualTo(sign(SECRET, start));
        assertThat(end.signature()).isEqualTo(sign(SECRET, end));
    }

    @Test
    void whatIsNotTakenIsSentAgain() throws Exception {
        plan("{\"retry_ms\":[1,1]}");
        answers.add(503);
        ring();

        next();
        next();
        next();
        assertThat(got).isEmpty();
    }

    @Test
    void deliveriesAreSpoiltOnDemand() throws Exception {
        plan("{\"forge\":\"both\",\"shape\":\"wrapped\",\"duplicate_percent\":100}");
        ring();

        for (int i = 0; i < 4; i++) {
            Got event = next();
            assertThat(event.query()).startsWith("s=forged&");
            assertThat(event.signature()).isNotEqualTo(sign(SECRET, event));
            assertThat(event.json().path("event").asText()).startsWith("call.");
            assertThat(event.json().path("call").path("id").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void droppedEventsAreNotSent() {
        plan("{\"drop_percent\":100}");
        ring();

        assertThat(probe.control("GET", "/hooks", "").json().path("tries").asInt(-1))
                .isZero();
        assertThat(got).isEmpty();
    }

    @Test
    void aPlanThatMeansNothingIsRefused() {
        assertThat(probe.control("POST", "/hooks/plan", "{\"drop_percent\":101}")
                        .status())
                .isEqualTo(400);
        assertThat(probe.control("POST", "/hooks/plan", "{\"forge\":\"x\"}").status())
                .isEqualTo(400);
    }
}
