package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What CTM has answered is shared and remembered; for so long here that no test outlasts it. */
class RememberedReadsIT {
    private static final World WORLD = World.with(Map.of("CALLS_CACHE_TTL", "5m"));
    private static final String CALLS = "/accounts/482913/calls";
    private static final String TRACKERS = "/accounts/482913/trackers";

    private Connected connected = WORLD.connect();

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @BeforeEach
    void connect() {
        WORLD.control.reset();
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    private static List<JsonNode> requests() {
        return WORLD.control.seen("/accounts");
    }

    /** How often CTM is asked while this is done. */
    private static int requestsOf(Runnable work) {
        WORLD.control.forget();
        work.run();
        return requests().size();
    }

    private Reply read(String path) {
        Reply reply = connected.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    @Test
    void manyWhoReadTheSameAtTheSameTimeAreOneRequest() throws Exception {
        WORLD.control.fault("{\"kind\":\"slow\",\"delay_ms\":300}");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = Stream.generate(() -> threads.submit(() -> read(CALLS)))
                    .limit(30)
                    .toList();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().text())
                        .isEqualTo(replies.getFirst().get().text());
            }
        }

        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/accounts?search=dental",
                "/accounts/482913",
                CALLS,
                CALLS + "?call_status=answered&start_date=2026-03-01&end_date=2026-03-31",
                CALLS + "/summary?start_date=2026-03-01&end_date=2026-03-31",
                CALLS + "/chart?start_date=2026-03-01&end_date=2026-03-31",
                TRACKERS,
                TRACKERS + "?search=ads",
                TRACKERS + "/available?area_code=443"
            })
    void whatWasReadIsNotAskedForAgain(String path) {
        Reply first = read(path);
        assertThat(requests()).isNotEmpty();

        assertThat(requestsOf(() -> assertThat(read(path).text()).isEqualTo(first.text())))
                .isZero();
    }

    @Test
    void oneCallAndOneTrackerAreRememberedToo() {
        for (String list : List.of(CALLS, TRACKERS)) {
            String one = list + "/" + read(list).data().path(0).path("id").asText();
            assertThat(requestsOf(() -> read(one))).isPositive();
            assertThat(requestsOf(() -> read(one))).isZero();
        }
    }

    @Test
    void theSummaryAndTheChartOfTheSameDaysShareTheirRequests() {
        String days = "?start_date=2026-03-29&end_date=2026-03-31";
        read(CALLS + "/summary" + days);

        assertThat(requestsOf(() -> read(CALLS + "/chart" + days))).isZero();
    }

    @Test
    void anotherConnectionOfTheSameCtmAccountAsksForItself() {
        Connected other = WORLD.connect();
        read(CALLS);

        assertThat(requestsOf(() -> other.get(CALLS))).isEqualTo(1);
    }

    @Test
    void aNewLoginAsksAgain() {
        read(CALLS);

        assertThat(Logins.connect(connected.caller(), Logins.AGENCY_KEYS)).isEqualTo(connected.id());

        assertThat(requestsOf(() -> read(CALLS))).isEqualTo(1);
    }

    @Test
    void whatIsFlaggedDisconnectedOrForeignIsNotAnsweredFromMemory() {
        read(CALLS);
        Connected foreign = new Connected("", WORLD.callerOf(World.newAccount()), connected.id());
        assertThat(foreign.get(CALLS).code()).isEqualTo("RECORD_NOT_FOUND");

        WORLD.keys()
                .updateOne(
                        new Document("_id", new ObjectId(connected.id())),
                        new Document("$set", new Document("token_invalidated", true)));
        assertThat(connected.get(CALLS).code()).isEqualTo("TOKEN_INVALIDATED");

        assertThat(connected.caller().delete("/auth").status()).isEqualTo(200);
        assertThat(connected.get(CALLS).code()).isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void aProvenEventIsNewsOfItsAccountsCalls() {
        Subscribed campaign = Subscribed.to(WORLD, connected, "482913", "[\"call.completed\"]");
        String others = "/accounts/482914/calls";
        read(CALLS);
        read(others);
        read(TRACKERS);

        assertThat(campaign.end(Subscribed.ended(Subscribed.newCallId(), "answered", 60))
                        .status())
                .isEqualTo(200);

        assertThat(requestsOf(() -> read(others))).isZero();
        assertThat(requestsOf(() -> read(TRACKERS))).isZero();
        assertThat(requestsOf(() -> read(CALLS))).isEqualTo(1);
    }

    @Test
    void anEventThatProvesNothingIsNone() {
        read(CALLS);

        Reply reply = Subscribed.send(
                WORLD.api(), "no-token", "", Subscribed.ended(Subscribed.newCallId(), "answered", 60), "", "");
        assertThat(reply.status()).isEqualTo(200);

        assertThat(requestsOf(() -> read(CALLS))).isZero();
    }

    @Test
    void aChangeOfTheAccountIsSeenAtOnceByEveryConnection() {
        Connected other = WORLD.connect();
        Stream.of(CALLS, TRACKERS).forEach(path -> {
            read(path);
            other.get(path);
        });

        String created = connected
                .post(TRACKERS, "{\"name\":\"New line\"}")
                .data()
                .path("id")
                .asText();
        assertThat(requestsOf(() -> read(TRACKERS))).isEqualTo(1);
        assertThat(requestsOf(() -> other.get(TRACKERS))).isEqualTo(1);
        assertThat(requestsOf(() -> read(CALLS))).isEqualTo(1);
        assertThat(read(TRACKERS + "/" + created).data().path("name").asText()).isEqualTo("New line");

        connected.put(TRACKERS + "/" + created, "{\"name\":\"Old line\"}");
        assertThat(read(TRACKERS + "/" + created).data().path("name").asText()).isEqualTo("Old line");

        connected.delete(TRACKERS + "/" + created);
        assertThat(connected.get(TRACKERS + "/" + created).code()).isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void whatAChangeRestsOnIsAskedOfCtm() {
        String number =
                read(TRACKERS + "?search=Facebook").data().path(0).path("id").asText();
        read(TRACKERS + "/" + number);

        connected.put(TRACKERS + "/" + number, "{\"landing_url\":\"utm=fb\"}");
        WORLD.control.forget();
        read(TRACKERS + "/" + number);
        int looks = requestsOf(() -> connected.put(TRACKERS + "/" + number, "{\"landing_url\":\"utm=fb\"}"));

        // The number, its source's numbers; the write; then the number, the source and its numbers once more.
        assertThat(looks).isEqualTo(6);
    }

    @Test
    void aFailureIsNotRemembered() {
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503,\"times\":3}");
        assertThat(connected.get(CALLS).code()).isEqualTo("CTM_UNAVAILABLE");

        assertThat(read(CALLS).data()).hasSize(20);
        assertThat(WORLD.service.output()).doesNotContain("\"level\":\"WARN\"", "CtmException");
    }

    @Test
    void whoShareARefusalShareTheLoginAndTheAnswer() throws Exception {
        WORLD.control.post("/keys/rotate", "{\"agency\":20417}");

        List<Reply> replies = ConnectIT.atOnce(24, () -> read(CALLS));

        assertThat(replies)
                .extracting(Reply::text)
                .containsOnly(replies.getFirst().text());
        assertThat(WORLD.control.seen("/authentication").size()).isBetween(1, 3);
    }

    @Test
    void aWindowThatIsNotWholeIsReadAgain() {
        WORLD.control.fault("{\"kind\":\"status\",\"code\":200,\"body\":{\"calls\":[],\"total_entries\":1500},"
                + "\"every\":2,\"times\":1}");

        assertThat(read(CALLS + "?call_status=answered").data()).hasSize(20);
    }

    @Test
    void theLogSaysHowLongCtmTook() {
        WORLD.control.fault("{\"kind\":\"slow\",\"delay_ms\":150}");
        String id = read(CALLS).header("X-Request-Id");

        await().until(() -> logged(id).isPresent());
        assertThat(logged(id)).hasValueSatisfying(took -> assertThat(took).isGreaterThanOrEqualTo(150));
    }

    /** {@code upstream_ms} of a request that is over. */
    private static Optional<Integer> logged(String request) {
        return WORLD.service
                .output()
                .lines()
                .filter(line -> line.contains(request) && line.contains("\"message\":\"request\""))
                .flatMap(line -> Pattern.compile("\"upstream_ms\":\"(\\d+)\"")
                        .matcher(line)
                        .results())
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst();
    }

    @Test
    void whatIsRememberedIsMeasured() {
        read(CALLS);
        read(CALLS);

        String metrics = WORLD.api().getRoot("/metrics").text();
        assertThat(metrics)
                .containsPattern("ctm_reads_total\\{answer=\"hit\"} [1-9]")
                .containsPattern("ctm_reads_total\\{answer=\"miss\"} [1-9]")
                .contains("ctm_reads_total{answer=\"shared\"}", "ctm_cache_evictions_total")
                .containsPattern("ctm_cache_bytes [1-9]");
    }
}
