package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may keep an answer, and who need not be sent it again. CTM is asked each time here. */
class CacheHeadersIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    private Reply read(String path, String known) {
        return connected
                .caller()
                .send(connected
                        .caller()
                        .request(Api.BASE + "/" + connected.id() + path)
                        .header("If-None-Match", known));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/accounts/482913",
                CALLS,
                CALLS + "?call_status=answered&limit=3",
                "/accounts/482913/trackers",
                "/accounts/482913/trackers?search=ads"
            })
    void whoHasTheAnswerIsNotSentItAgain(String path) {
        Reply first = connected.get(path);
        assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Content-Type")).startsWith("application/json");

        Reply again = read(path, first.header("ETag"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void aSingleCallAndASingleTrackerHaveTagsToo() {
        for (String list : List.of(CALLS, "/accounts/482913/trackers")) {
            String one =
                    list + "/" + connected.get(list).data().path(0).path("id").asText();

            assertThat(read(one, connected.get(one).header("ETag")).status()).isEqualTo(304);
        }
    }

    @Test
    void whatHasChangedIsSent() {
        String tracker = connected
                .post("/accounts/482913/trackers", "{\"name\":\"New line\"}")
                .data()
                .path("id")
                .asText();
        String path = "/accounts/482913/trackers/" + tracker;
        Reply before = connected.get(path);
        connected.put(path, "{\"name\":\"Other line\"}");

        Reply after = read(path, before.header("ETag"));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.data().path("name").asText()).isEqualTo("Other line");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void aTagHelpsNobodyWhoMayNotRead() {
        String tag = connected.get(CALLS).header("ETag");
        Api stranger = WORLD.callerOf(World.newAccount());

        for (String known : List.of(tag, "*")) {
            Reply reply = stranger.send(
                    stranger.request(Api.BASE + "/" + connected.id() + CALLS).header("If-None-Match", known));
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("ETag")).isEmpty();
        }
    }

    @Test
    void anErrorIsKeptByNobody() {
        assertThat(connected.get(CALLS + "?page=0").header("Cache-Control")).isEqualTo("no-store");
        assertThat(connected.get("/accounts/nonsense").header("Cache-Control")).isEqualTo("no-store");
        assertThat(WORLD.api().get("/auth").header("Cache-Control")).isEqualTo("no-store");
        assertThat(WORLD.api().getRoot("/nothing").header("Cache-Control")).isEqualTo("no-store");
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503}");
        Reply down = read(CALLS, "*");
        assertThat(down.status()).isEqualTo(502);
        assertThat(down.header("Cache-Control")).isEqualTo("no-store");
        assertThat(down.header("ETag")).isEmpty();
    }

    @Test
    void healthIsTheReadersOwnAndTheAnswerToAChangeNobodys() {
        Reply health = connected.caller().get("/auth");
        assertThat(health.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(health.header("ETag")).isEmpty();

        Reply change = connected.post("/accounts/482913/trackers", "{\"name\":\"New line\"}");
        assertThat(change.status()).isEqualTo(200);
        assertThat(change.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theHeadOfAnAnswerHasItsTag() {
        Reply head = connected
                .caller()
                .send(connected
                        .caller()
                        .request(Api.BASE + "/" + connected.id() + CALLS)
                        .method("HEAD", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(connected.get(CALLS).header("ETag"));
    }

    @Test
    void withoutMemoryEveryReadAsks() {
        connected.get(CALLS);
        WORLD.control.forget();

        connected.get(CALLS);

        assertThat(WORLD.control.seen("/calls/search")).hasSize(1);
    }
}
