package io.ctmconnect.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Callers that begin requests and do not end them, at a service with a small heap. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class SlowCallersIT {
    private static final int CONNECTIONS = 300;
    private static final int BODY = 1024 * 1024;

    private World world;
    private Subscribed subscribed;

    @BeforeAll
    void start() {
        world = World.with(Map.of("JAVA_OPTS", "-Xmx128m"));
        subscribed = Subscribed.to(world);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private String head(String path, int length) {
        return "POST " + Api.BASE + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Tokens.of(subscribed.connected().account()) + "\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private List<Socket> opened(int connections, String beginning) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int count = 0; count < connections; count++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.service.port());
            sockets.add(socket);
            send(socket, beginning);
        }
        return sockets;
    }

    /** Who was refused does not take the rest. */
    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // refused, and closed
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void assertOthersAreServed() {
        long before = subscribed.count("total_calls");
        assertThat(subscribed.data("/accounts/482913/calls?limit=5")).hasSize(5);
        assertThat(subscribed.connected().caller().get("/auth").status()).isEqualTo(200);
        assertThat(subscribed
                        .end(Subscribed.ended(Subscribed.newCallId(), "answered", 9))
                        .status())
                .isEqualTo(200);
        await().until(() -> subscribed.count("total_calls") == before + 1);
    }

    @Test
    void silentConnectionsAndTricklingHeadsHoldUpNobody() throws IOException {
        List<Socket> sockets = opened(CONNECTIONS, "");
        sockets.addAll(opened(CONNECTIONS, "GET /health/live HTTP/1.1\r\nHost"));
        assertOthersAreServed();

        sockets.forEach(socket -> send(socket, "x"));

        assertOthersAreServed();
        close(sockets);
    }

    @Test
    void halfSentBodiesDoNotUseUpTheHeap() throws IOException {
        String most = "{\"a\":\"" + "x".repeat(BODY - 1000);
        List<Socket> sockets = new ArrayList<>();
        for (String path : List.of("/webhook/call-update?s=none", "/auth")) {
            sockets.addAll(opened(CONNECTIONS / 2, head(path, BODY) + most));
            assertOthersAreServed();
        }
        assertThat(world.service.output()).doesNotContain("OutOfMemory", "request failed");

        close(sockets);
        String whole = "{\"a\":\"" + "x".repeat(BODY - 100) + "\"}";
        await().untilAsserted(() -> assertThat(
                        world.api().post("/webhook/call-update?s=none", whole).status())
                .isEqualTo(400));
        assertThat(world.service.isAlive()).isTrue();
    }

    @Test
    void aBodyThatTricklesHoldsUpNobody() throws IOException {
        List<Socket> sockets = opened(CONNECTIONS, head("/auth", 1000) + "{\"user");
        sockets.forEach(socket -> send(socket, "n"));

        assertOthersAreServed();
        close(sockets);
    }
}
