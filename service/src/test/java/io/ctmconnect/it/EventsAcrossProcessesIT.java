package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;
import java.util.Map;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two services on one store: one enforces signatures, the other does not look at them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EventsAcrossProcessesIT {
    private static final String SECRET = "sandbox-account-482913-secret-1";
    private static final String TIME = "1773754951";

    private World world;
    private ServiceProcess lenient;
    private Connected connected;
    private Subscribed subscribed;

    @BeforeAll
    void start() {
        world = World.with(Map.of("WEBHOOK_SIGNATURE_MODE", "enforce"));
        Map<String, String> environment = world.environmentBeside();
        environment.put("WEBHOOK_SIGNATURE_MODE", "off");
        lenient = ServiceProcess.start(environment, world.directory, "serve");
        connected = world.connect();
        Logins.connect(connected.caller(), Logins.ACCOUNT_KEYS);
        subscribed = Subscribed.to(world, connected, "482913", "[\"call.completed\"]");
    }

    @AfterAll
    void close() {
        lenient.close();
        world.close();
    }

    private Reply send(Api api, String token, String body, String secret) {
        String signature = secret.isEmpty() ? "" : Hmac.of(secret, TIME, body);
        return Subscribed.send(api, token, "call.completed", body, TIME, signature);
    }

    private Api lenient() {
        return Api.of(lenient.uri());
    }

    private boolean isKnown(long call) {
        return world.collection("analytics.calltrackingmetrics.calls").countDocuments(eq("_id", "482913:" + call)) == 1;
    }

    @Test
    void whereSignaturesAreEnforcedTheTokenAloneIsRefused() {
        for (String secret : List.of("", "another")) {
            long call = Subscribed.newCallId();
            Reply reply = send(world.api(), subscribed.token(), Subscribed.ended(call, "answered", 9), secret);

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("INVALID_SIGNATURE");
            assertThat(world.collection("calltrackingmetrics.unverified")
                            .countDocuments(eq("call_id", String.valueOf(call))))
                    .isEqualTo(1);
            assertThat(isKnown(call)).isFalse();
        }
    }

    @Test
    void whereSignaturesAreEnforcedASignedEventCounts() {
        long call = Subscribed.newCallId();

        assertThat(send(world.api(), subscribed.token(), Subscribed.ended(call, "answered", 9), SECRET)
                        .status())
                .isEqualTo(200);

        await().until(() -> isKnown(call));
    }

    @Test
    void whereSignaturesAreOffTheTokenAloneDecides() {
        long signed = Subscribed.newCallId();
        long known = Subscribed.newCallId();

        assertThat(send(lenient(), "", Subscribed.ended(signed, "answered", 9), SECRET)
                        .status())
                .isEqualTo(200);
        assertThat(send(lenient(), subscribed.token(), Subscribed.ended(known, "answered", 9), "another")
                        .status())
                .isEqualTo(200);

        await().until(() -> isKnown(known));
        assertThat(isKnown(signed)).isFalse();
    }

    @Test
    void aRedeliveryToTheOtherProcessChangesNothing() {
        String body = Subscribed.ended(Subscribed.newCallId(), "answered", 9);
        long before = subscribed.count("total_calls");
        send(world.api(), subscribed.token(), body, SECRET);
        await().untilAsserted(() -> assertThat(subscribed.count("total_calls")).isEqualTo(before + 1));

        assertThat(send(lenient(), subscribed.token(), body, SECRET).status()).isEqualTo(200);

        assertThat(subscribed.waiting()).isZero();
        assertThat(subscribed.count("total_calls")).isEqualTo(before + 1);
    }

    @Test
    void theLiveFeedGoesOnAtTheOtherProcess() throws Exception {
        String path = "/" + connected.id() + "/live";
        String jwt = Tokens.of(connected.account());
        long first = Subscribed.newCallId();
        long second = Subscribed.newCallId();
        String lastSeen;
        try (LiveStream stream = LiveStream.open(lenient.uri(), jwt, path, "")) {
            stream.next(":");
            send(world.api(), subscribed.token(), Subscribed.ended(first, "answered", 9), SECRET);
            String id = stream.next("id:");
            assertThat(stream.next("data:"))
                    .contains("\"id\":\"" + first + "\"", "\"call_status\":\"answered\"", "call.completed");
            lastSeen = id.substring(3).strip();
        }
        send(lenient(), subscribed.token(), Subscribed.ended(second, "busy", 4), "");
        await().until(() -> isKnown(second));

        try (LiveStream stream = LiveStream.open(world.service.uri(), jwt, path, lastSeen)) {
            assertThat(stream.next("data:")).contains("\"id\":\"" + second + "\"", "\"call_status\":\"busy\"");
        }
    }
}
