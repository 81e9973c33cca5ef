package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.FaultyLink.Fault;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A CTM that works, at the end of a link that does not. Whoever hangs runs into the limit of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class CtmBehindALinkIT {
    private static final String CALLS = "/accounts/482913/calls?limit=25";
    private static final String OTHER_CALLS = "/accounts/482914/calls?limit=25";
    private static final int CALLERS = 12;

    static final List<Fault> FAULTS = List.of(
            new Fault.Refused(),
            new Fault.Silent(),
            new Fault.CutAfter(1),
            new Fault.CutAfter(700),
            new Fault.Trickling(100),
            new Fault.Late(Duration.ofSeconds(5)));

    /** A refusal is of the whole link. */
    static final List<Fault> FAULTS_OF_SOME =
            FAULTS.stream().filter(fault -> !(fault instanceof Fault.Refused)).toList();

    private FaultyLink link;
    private World world;
    private Connected connected;

    @BeforeAll
    void start() {
        link = FaultyLink.open();
        world = World.with(Map.of("CTM_API_BASE_URL", "http://127.0.0.1:" + link.port() + "/api/v1"));
        link.leadTo(world.sandbox.apiBaseUrl().getPort());
        connected = world.connect();
    }

    @AfterEach
    void heal() {
        link.heal();
        await().until(() -> connected.get(CALLS).status() == 200);
    }

    @AfterAll
    void close() {
        world.close();
        link.close();
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isIn(502, 504);
        assertThat(reply.code()).isEqualTo("CTM_UNAVAILABLE");
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void aFaultIsOneOfOurErrorsAndOverWhenTheLinkIsHealed(Fault fault) {
        assertThat(connected.get(CALLS).status()).isEqualTo(200);
        link.suffer(fault);

        assertUnavailable(connected.get(CALLS));
        assertUnavailable(connected.get("/accounts/482913/calls?limit=10&page=2"));

        link.heal();
        await().untilAsserted(() -> assertThat(connected.get(CALLS).data()).hasSize(25));
        assertThat(connected.caller().get("/auth").status()).isEqualTo(200);
    }

    @Test
    void aShortDelayIsNoFault() {
        link.suffer(new Fault.Late(Duration.ofMillis(100)));

        assertThat(connected.get(CALLS).data()).hasSize(25);
    }

    @ParameterizedTest
    @FieldSource("FAULTS_OF_SOME")
    void whoWaitsForABadConnectionHoldsUpNobodyElse(Fault fault) throws Exception {
        Connected other = world.connect();
        link.suffer(fault, "/accounts/482913/");

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> waiting = IntStream.range(0, CALLERS)
                    .mapToObj(_ -> callers.submit(() -> connected.get(CALLS)))
                    .toList();

            for (int read = 0; read < CALLERS; read++) {
                assertThat(other.get(OTHER_CALLS).status()).isEqualTo(200);
                assertThat(connected.get(OTHER_CALLS).status()).isEqualTo(200);
            }
            for (Future<Reply> reply : waiting) {
                assertUnavailable(reply.get());
            }
        }
    }
}
