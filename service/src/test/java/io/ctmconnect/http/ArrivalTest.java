package io.ctmconnect.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that arrive slowly, or large, by a clock that is set. */
class ArrivalTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int LARGE = BodyRoom.FREE_BYTES + 1000;

    private final BodyRoom room = new BodyRoom(1500);
    private final EmbeddedChannel channel = connection();

    private EmbeddedChannel connection() {
        Arrival arrival = new Arrival(room);
        EmbeddedChannel made =
                new EmbeddedChannel(arrival.bytes(), new HttpRequestDecoder(), new HttpResponseEncoder(), arrival);
        made.freezeTime();
        return made;
    }

    private static void send(EmbeddedChannel to, String text) {
        to.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        for (Object read = to.readInbound(); read != null; read = to.readInbound()) {
            ReferenceCountUtil.release(read);
        }
    }

    private static String head(int length) {
        return "POST /x HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void pass(EmbeddedChannel on, Duration time) {
        on.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        on.runScheduledPendingTasks();
    }

    private static String answer(EmbeddedChannel of) {
        StringBuilder text = new StringBuilder();
        for (ByteBuf bytes = of.readOutbound(); bytes != null; bytes = of.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }

    private static void answerOk(EmbeddedChannel to) {
        to.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    @Test
    void aHeadThatTricklesIsAnsweredAndClosed() {
        send(channel, "GET /x HTTP/1.1\r\n");
        pass(channel, Arrival.LIMIT.minus(MOMENT));
        send(channel, "A: b\r\n");
        assertThat(channel.isOpen()).isTrue();

        pass(channel, MOMENT);

        assertThat(answer(channel))
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("x-request-id: ")
                .contains("\"success\":false", "\"errno\":408", "did not arrive within a minute");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyThatTricklesIsAnsweredAndClosed() {
        send(channel, head(1000));
        send(channel, "{");

        pass(channel, Arrival.LIMIT);

        assertThat(answer(channel)).startsWith("HTTP/1.1 408 ");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoIsAnsweredBeforeItsBodyIsThereGetsNoSecondAnswer() {
        send(channel, head(1000));
        answerOk(channel);

        pass(channel, Arrival.LIMIT);

        assertThat(answer(channel)).startsWith("HTTP/1.1 200 ").doesNotContain("408");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aRequestThatIsThereMayTakeItsTimeAndItsConnectionIsKept() {
        send(channel, head(2) + "{}");
        pass(channel, Arrival.LIMIT.multipliedBy(10));
        answerOk(channel);
        pass(channel, Arrival.LIMIT.multipliedBy(10));
        send(channel, head(2) + "{");
        pass(channel, Arrival.LIMIT.minus(MOMENT));
        send(channel, "}");
        pass(channel, MOMENT);

        assertThat(answer(channel)).startsWith("HTTP/1.1 200 ").doesNotContain("408");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aBodyWithoutRoomIsRefusedAndSmallOnesAreNot() {
        send(channel, head(LARGE + 1) + "x".repeat(LARGE));
        EmbeddedChannel second = connection();
        send(second, head(LARGE) + "x".repeat(LARGE - 1));
        EmbeddedChannel small = connection();
        send(small, head(BodyRoom.FREE_BYTES) + "x".repeat(BodyRoom.FREE_BYTES));

        assertThat(answer(second))
                .startsWith("HTTP/1.1 503 ")
                .containsIgnoringCase("retry-after: 5")
                .contains("\"code\":\"UNAVAILABLE\"", "Too many large requests");
        assertThat(second.isOpen()).isFalse();
        assertThat(channel.isOpen()).isTrue();
        assertThat(small.isOpen()).isTrue();
    }

    @Test
    void anAnswerAndTheEndOfAConnectionGiveTheRoomBack() {
        send(channel, head(LARGE) + "x".repeat(LARGE));
        assertThat(room.taken()).isEqualTo(1000);
        answerOk(channel);
        assertThat(room.taken()).isZero();

        send(channel, head(LARGE + 1) + "x".repeat(LARGE));
        assertThat(room.taken()).isEqualTo(1000);
        channel.finishAndReleaseAll();
        assertThat(room.taken()).isZero();
    }
}
