package io.ctmconnect.bench;

import com.sun.net.httpserver.HttpServer;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("NullAway.Init")
class EventConnectionTest {
    private final List<String> received = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(received.size() == 2 ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void oneRequestAfterAnotherIsAnswered() throws IOException {
        Campaign campaign = new Campaign(new ObjectId(), "482913", "token");
        EventTemplate events = EventTemplate.of(campaign);
        try (EventConnection connection = EventConnection.to(server.getAddress().getPort())) {
            assertThat(connection.send(campaign.request("call.received", "{\"x\":\"\u00e9\"}")))
                    .isEqualTo(200);
            assertThat(connection.send(events.of(7_000_000_001L))).isEqualTo(503);
            assertThat(connection.send(events.of(7_000_000_002L))).isEqualTo(200);
        }

        String address = "/v1/e/calltrackingmetrics/webhook/call-update?s=token&e=call.";
        assertThat(received.getFirst()).isEqualTo(address + "received {\"x\":\"\u00e9\"}");
        assertThat(received.get(1)).startsWith(address + "completed {\"id\":7000000001,\"sid\":\"CA7000000001\",");
        assertThat(received.get(2))
                .startsWith(address + "completed {\"id\":7000000002,")
                .hasSize(received.get(1).length());
    }
}
