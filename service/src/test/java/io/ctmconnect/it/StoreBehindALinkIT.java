package io.ctmconnect.it;

import io.ctmconnect.embedded.EmbeddedMongo;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.FaultyLink.Fault;
import io.ctmconnect.secrets.Keysets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A store at the end of a link that fails while events arrive. Whoever hangs runs into the limit of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
@SuppressWarnings("NullAway.Init")
class StoreBehindALinkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLS = 24;

    static final List<Fault> OUTAGES = List.of(new Fault.Refused(), new Fault.Silent());

    private EmbeddedMongo store;
    private FaultyLink link;
    private World world;
    private Subscribed subscribed;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        store = EmbeddedMongo.start(directory, 0);
        link = FaultyLink.open();
        link.leadTo(store.port());
        Path keyset = directory.resolve("keyset.json");
        Keysets.writeNew(keyset, Keysets.generate());
        world = World.with(Map.of(
                World.STORE_PORT,
                String.valueOf(store.port()),
                "MONGODB_URI",
                "mongodb://127.0.0.1:" + link.port() + "/?directConnection=true&retryWrites=false",
                "ENCRYPTION_KEYSET",
                keyset.toString()));
    }

    @BeforeEach
    void subscribe() {
        subscribed = Subscribed.to(world);
    }

    @AfterEach
    void heal() {
        link.heal();
        awaitReady();
    }

    @AfterAll
    void close() {
        world.close();
        link.close();
        store.close();
    }

    private int readiness() {
        return world.api().getRoot("/health/ready").status();
    }

    private void awaitReady() {
        await().atMost(PATIENCE).until(() -> readiness() == 200);
    }

    private void awaitExact(PatientSender sender, int calls) {
        await().atMost(PATIENCE).until(() -> sender.acknowledged() == calls);
        await().atMost(PATIENCE).until(() -> subscribed.waiting() == 0);
        subscribed.assertExact(calls);
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isNotBlank();
    }

    @ParameterizedTest
    @FieldSource("OUTAGES")
    void whatIsAcknowledgedAroundAnOutageIsCountedOnce(Fault outage) {
        try (PatientSender sender = new PatientSender(subscribed, List.of(world.api()))) {
            sender.begin(CALLS);
            await().until(() -> sender.acknowledged() >= CALLS / 4);
            link.suffer(outage);
            await().atMost(PATIENCE).until(() -> sender.answered(503) > 0);
            assertUnavailable(subscribed.connected().caller().get("/auth"));
            assertThat(readiness()).isEqualTo(503);
            int before = sender.acknowledged();
            sender.begin(CALLS);
            int refused = sender.answered(503);
            await().atMost(PATIENCE).until(() -> sender.answered(503) > refused);
            assertThat(sender.acknowledged()).isEqualTo(before);

            link.heal();
            awaitExact(sender, 2 * CALLS);
            assertThat(sender.statuses()).containsOnly(200, 503);
            awaitReady();
        }
    }

    @Test
    void aSlowLinkIsNoOutage() {
        link.suffer(new Fault.Late(Duration.ofMillis(100)));

        assertThat(readiness()).isEqualTo(200);
        assertThat(subscribed.connected().caller().get("/auth").status()).isEqualTo(200);
        try (PatientSender sender = new PatientSender(subscribed, List.of(world.api()))) {
            sender.begin(CALLS / 4);
            awaitExact(sender, CALLS / 4);
            assertThat(sender.statuses()).containsExactly(200);
        }
    }

    @Test
    void whatAKilledProcessHasAcknowledgedIsWorkedOffByTheOther() {
        ServiceProcess other = ServiceProcess.start(world.environment, world.directory, "serve");
        try (PatientSender sender = new PatientSender(subscribed, List.of(world.api(), Api.of(other.uri())))) {
            sender.begin(10 * CALLS);
            await().pollInterval(Duration.ofMillis(5)).until(() -> sender.acknowledged() >= CALLS);
            other.kill();

            awaitExact(sender, 10 * CALLS);
            assertThat(sender.statuses()).contains(200).isSubsetOf(200, PatientSender.NO_ANSWER);
        }
    }
}
