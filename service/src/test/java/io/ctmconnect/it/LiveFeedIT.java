package io.ctmconnect.it;

import io.ctmconnect.it.World.Connected;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** GET /{tokenId}/live: where a listener goes on, and its end. */
class LiveFeedIT extends InSharedWorld {
    private final Connected connected = WORLD.connect();

    private static LiveStream listen(World world, Connected connected, String lastSeen) throws Exception {
        return LiveStream.open(
                world.service.uri(), Tokens.of(connected.account()), "/" + connected.id() + "/live", lastSeen);
    }

    /** What the account's feed keeps: the messages from one number to another. */
    private void keep(long first, long last) {
        List<Document> messages = LongStream.rangeClosed(first, last)
                .mapToObj(number -> new Document("_id", connected.account() + ":" + number)
                        .append("number", number)
                        .append("data", "{\"n\":" + number + "}"))
                .toList();
        WORLD.collection("calltrackingmetrics.live").insertMany(messages);
        WORLD.collection("calltrackingmetrics.live")
                .insertOne(new Document("_id", connected.account() + ":head").append("head", last));
    }

    @Test
    void whoWasAwayForTooLongIsToldHowManyMessagesAreGone() throws Exception {
        keep(101, 1_100);

        try (LiveStream stream = listen(WORLD, connected, "40")) {
            assertThat(stream.next("event:")).endsWith("gap");
            assertThat(stream.next("data:")).endsWith("{\"missed\":60}");
            for (int number = 101; number <= 350; number++) {
                assertThat(stream.next("id:")).isEqualTo("id:" + number);
                assertThat(stream.next("data:")).endsWith("{\"n\":" + number + "}");
            }
        }
    }

    @Test
    void aMessageThatNeverCameIsLeftOutAndTold() throws Exception {
        keep(1, 5);
        WORLD.collection("calltrackingmetrics.live").deleteOne(new Document("_id", connected.account() + ":3"));

        try (LiveStream stream = listen(WORLD, connected, "1")) {
            assertThat(stream.next("id:")).isEqualTo("id:2");
            assertThat(stream.next("event:")).endsWith("call");
            assertThat(stream.next("event:")).endsWith("gap");
            assertThat(stream.next("data:")).endsWith("{\"missed\":1}");
            assertThat(stream.next("id:")).isEqualTo("id:4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999"})
    void whatIsNoIdIsRefused(String lastSeen) {
        var request = connected.caller().request(Api.BASE + "/" + connected.id() + "/live");

        Api.Reply reply = connected.caller().send(request.header("Last-Event-ID", lastSeen));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void somebodyElsesFeedIsNotFound() {
        assertThat(WORLD.connect().caller().get("/" + connected.id() + "/live").status())
                .isEqualTo(404);
    }

    @Test
    void sigtermEndsOpenStreamsAndTheProcess() throws Exception {
        try (World world = World.with(Map.of())) {
            Connected own = world.connect();
            try (LiveStream one = listen(world, own, "");
                    LiveStream other = listen(world, own, "")) {
                one.next(":");
                other.next(":");

                world.service.terminate();

                one.awaitEnd();
                other.awaitEnd();
                assertThat(world.service.awaitEnd()).isIn(0, 143);
                assertThat(world.service.output()).doesNotContain("Timed out waiting for graceful shutdown");
            }
        }
    }
}
