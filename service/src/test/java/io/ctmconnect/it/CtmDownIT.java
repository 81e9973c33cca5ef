package io.ctmconnect.it;

import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A CTM that fails, in every way the sandbox knows. */
class CtmDownIT extends InSharedWorld {
    private static final String CALLS = "/accounts/482913/calls?limit=2";

    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
        WORLD.control.forget();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"status\",\"code\":500}            | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"status\",\"code\":503}            | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"html_502\"}                       | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"not_json\"}                       | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"drop\"}                           | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"cut_body\"}                       | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"huge\",\"mib\":17}                | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"status\",\"code\":302}            | 502 | CTM_UNAVAILABLE  | 3",
                "{\"kind\":\"rate_limit\",\"retry_after\":77}  | 429 | CTM_RATE_LIMITED | 1",
                "{\"kind\":\"status\",\"code\":403}            | 403 | CTM_REJECTED     | 1",
                "{\"kind\":\"status\",\"code\":406}            | 406 | CTM_REJECTED     | 1",
                "{\"kind\":\"error_200\",\"reason\":\"no way\"}| 400 | CTM_REJECTED     | 1"
            })
    void aFailureHasItsErrorAndItsTries(String fault, int status, String code, int tries) {
        WORLD.control.fault(fault);

        Reply reply = connected.get(CALLS);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(WORLD.control.seen("/calls")).hasSize(tries);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"kind\":\"slow\",\"delay_ms\":60000}", "{\"kind\":\"drip\",\"piece_bytes\":1,\"pause_ms\":500}"
            })
    void aSilentOrDrippingCtmIsATimeout(String fault) {
        WORLD.control.fault(fault);

        Reply reply = connected.get(CALLS);

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.code()).isEqualTo("CTM_UNAVAILABLE");
    }

    @Test
    void aPassingFailureIsNotSeen() {
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503,\"times\":2}");

        assertThat(connected.get(CALLS).data()).hasSize(2);
    }

    @Test
    void aShortRateLimitIsWaitedFor() {
        WORLD.control.fault("{\"kind\":\"rate_limit\",\"retry_after\":1,\"times\":1}");

        assertThat(connected.get(CALLS).data()).hasSize(2);
        assertThat(WORLD.control.seen("/calls")).hasSize(2);
    }

    @Test
    void aLongRateLimitIsPassedOn() {
        WORLD.control.fault("{\"kind\":\"rate_limit\",\"retry_after\":77}");

        assertThat(connected.get(CALLS).header("Retry-After")).isEqualTo("77");
    }

    @Test
    void ctmsReasonIsTheMessage() {
        WORLD.control.fault("{\"kind\":\"error_200\",\"reason\":\"the plan ended\"}");

        assertThat(connected.get(CALLS).json().path("message").asText()).isEqualTo("the plan ended");
    }

    @Test
    void aLoginIsNeverTriedAgain() {
        WORLD.control.fault("{\"kind\":\"status\",\"code\":503}");

        Reply reply = WORLD.callerOf(World.newAccount()).post("/auth", Logins.AGENCY_USER);

        assertThat(reply.code()).isEqualTo("CTM_UNAVAILABLE");
        assertThat(WORLD.control.seen("/authentication")).hasSize(1);
    }
}
