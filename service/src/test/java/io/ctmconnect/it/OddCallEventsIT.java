package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** POST /webhook/call-update with what no sound CTM sends. */
class OddCallEventsIT extends InSharedWorld {
    private final Subscribed subscribed = Subscribed.to(WORLD);
    private final long id = Subscribed.newCallId();

    private void awaitDone(int events) {
        await().untilAsserted(() -> {
            assertThat(subscribed.archived()).hasSize(events);
            assertThat(subscribed.waiting()).isZero();
        });
    }

    private static void assertTaken(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"success\":true,\"message\":\"SUCCESS\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json|MALFORMED_JSON",
                "|MALFORMED_JSON",
                "[]|MALFORMED_JSON",
                "{|MALFORMED_JSON",
                "{}|VALIDATION_FAILED",
                "{\"id\":null}|VALIDATION_FAILED",
                "{\"id\":-5}|VALIDATION_FAILED",
                "{\"id\":\"../x\"}|VALIDATION_FAILED",
                "{\"call\":{\"sid\":\"CA1\"}}|VALIDATION_FAILED"
            })
    void whatIsNoCallEventIsRefusedAndKept(String body, String code) {
        Reply reply = subscribed.end(body == null ? "" : body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(subscribed.archived())
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("status", "rejected"));
    }

    @Test
    void deepNestingIsRefused() {
        Reply reply = subscribed.end("{\"id\":1,\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}");

        assertThat(reply.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        Reply reply = subscribed.end("{\"id\":1,\"notes\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");

        assertThat(reply.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void aBodyOfAlmostOneMebibyteIsTaken() {
        String notes = "\"notes\":\"" + "\\n".repeat(500_000) + "\",";

        assertTaken(
                subscribed.end("{" + notes + Subscribed.ended(id, "answered", 9).substring(1)));

        await().untilAsserted(() -> assertThat(subscribed.count("total_calls")).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"duration\":-1",
                "\"duration\":99999999999",
                "\"talk_time\":-3",
                "\"unix_time\":-1",
                "\"unix_time\":1",
                "\"unix_time\":99999999999999",
                "\"unix_time\":4102444800"
            })
    void whatNoCallCanHaveIsParkedWithItsReason(String field) {
        String body = "{\"id\":%d,\"account_id\":482913,\"direction\":\"inbound\",\"call_status\":\"answered\",%s}"
                .formatted(id, field);

        assertTaken(subscribed.end(body));

        awaitDone(1);
        assertThat(subscribed.archived().getFirst())
                .containsEntry("status", "parked")
                .extractingByKey("reason")
                .asString()
                .startsWith("the call's ");
        assertThat(subscribed.metrics()).isEmpty();
        assertThat(subscribed.leads()).isEmpty();
    }
}
