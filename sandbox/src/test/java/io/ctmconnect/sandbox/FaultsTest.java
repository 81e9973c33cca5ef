package io.ctmconnect.sandbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    @AutoClose
    private final Probe probe = Probe.start(Probe.FEW_DAYS);

    @BeforeEach
    void reset() {
        probe.control("POST", "/reset", "");
    }

    private void order(String fault) {
        assertThat(probe.control("POST", "/faults", fault).status()).isEqualTo(200);
    }

    private Probe.Answer accounts() {
        return probe.get("/accounts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"status\",\"code\":503}                                       | 503 | {}",
                "{\"kind\":\"status\",\"code\":500,\"body\":\"oops\"}                     | 500 | oops",
                "{\"kind\":\"status\",\"code\":406,\"body\":{\"a\":[\"b\"]}}              | 406 | {\"a\":[\"b\"]}",
                "{\"kind\":\"unauthorized\"}                                              | 401 | {\"error\":\"Unauthorized\"}",
                "{\"kind\":\"rate_limit\"}                                                | 429 | {\"error\":\"Too Many Requests\"}",
                "{\"kind\":\"error_200\",\"reason\":\"no\"} | 200 | {\"status\":\"error\",\"reason\":\"no\"}",
                "{\"kind\":\"not_json\"}                                                  | 200 | {\"calls\": [oops"
            })
    void faultAnswersInsteadOfTheApi(String fault, int status, String body) {
        order(fault);

        assertThat(accounts().status()).isEqualTo(status);
        assertThat(accounts().body()).isEqualTo(body);
    }

    @Test
    void headersAndRetryAfterAreSentAsOrdered() {
        order("{\"kind\":\"status\",\"code\":503,\"headers\":{\"X-Why\":\"test\"},\"times\":1}");
        order("{\"kind\":\"rate_limit\",\"retry_after\":7,\"times\":1}");
        order("{\"kind\":\"rate_limit\",\"times\":1}");
        order("{\"kind\":\"html_502\",\"times\":1}");

        assertThat(accounts().header("X-Why")).isEqualTo("test");
        assertThat(accounts().header("Retry-After")).isEqualTo("7");
        assertThat(accounts().header("Retry-After")).isEmpty();
        assertThat(accounts().header("Content-Type")).isEqualTo("text/html");
        assertThat(accounts().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"kind\":\"slow\",\"delay_ms\":1}", "{\"kind\":\"drip\",\"piece_bytes\":100,\"pause_ms\":0}"})
    void slowAnswersAreWholeInTheEnd(String fault) {
        String sound = accounts().body();
        order(fault);

        assertThat(accounts().body()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"kind\":\"drop\"}", "{\"kind\":\"drop\",\"after_work\":true}", "{\"kind\":\"cut_body\"}"})
    void brokenConnectionIsNoAnswer(String fault) {
        order(fault);

        assertThatThrownBy(() -> probe.sendOrFail("GET", "/accounts", "", "")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"status\",\"code\":504,\"after_work\":true} | 504",
                "{\"kind\":\"html_502\",\"after_work\":true}              | 502"
            })
    void anAnswerCanBeReplacedAfterTheWorkIsDone(String fault, int status) {
        order(fault);

        assertThat(probe.postJson("/accounts/482913/sources", "{\"name\":\"Done\"}")
                        .status())
                .isEqualTo(status);

        probe.control("DELETE", "/faults", "");
        assertThat(probe.named("sources", "Done").path("id").asText()).startsWith("TSO");
    }

    @Test
    void aConnectionCanBeCutAfterTheWorkIsDone() {
        order(
                "{\"kind\":\"drop\",\"after_work\":true,\"times\":1,\"match\":{\"method\":\"POST\",\"path\":\"/sources$\"}}");

        assertThatThrownBy(() ->
                        probe.sendOrFail("POST", "/accounts/482913/sources", "application/json", "{\"name\":\"Done\"}"))
                .isInstanceOf(IOException.class);
        assertThat(probe.named("sources", "Done").path("id").asText()).startsWith("TSO");
    }

    @Test
    void hugeBodyIsAsLongAsOrderedAndStillJson() {
        order("{\"kind\":\"huge\",\"mib\":2}");

        assertThat(accounts().json().path("padding").asText()).hasSize(2 << 20);
    }

    @Test
    void faultStrikesOnlyWhatItMatches() {
        order(
                "{\"kind\":\"unauthorized\",\"match\":{\"method\":\"POST\",\"path\":\"/search$\",\"account\":\"482913\"}}");

        assertThat(probe.postJson("/accounts/482913/calls/search.json", "{}").status())
                .isEqualTo(401);
        assertThat(probe.postJson("/accounts/482914/calls/search.json", "{}").status())
                .isEqualTo(200);
        assertThat(probe.get("/accounts/482913/calls/search").status()).isEqualTo(200);
    }

    @Test
    void timesAndEveryLimitHowOftenItStrikes() {
        order("{\"kind\":\"status\",\"code\":500,\"times\":2,\"every\":2}");

        assertThat(accounts().status()).isEqualTo(200);
        assertThat(accounts().status()).isEqualTo(500);
        assertThat(accounts().status()).isEqualTo(200);
        assertThat(accounts().status()).isEqualTo(500);
        assertThat(accounts().status()).isEqualTo(200);
        assertThat(accounts().status()).isEqualTo(200);
    }

    @Test
    void faultsAreListedAndCleared() {
        order("{\"kind\":\"unauthorized\",\"times\":1}");
        accounts();

        assertThat(probe.control("GET", "/faults", "").json().path("faults"))
                .isEqualTo(
                        Probe.parse("[{\"id\":1,\"struck\":1,\"spent\":true,\"kind\":\"unauthorized\",\"times\":1}]"));
        assertThat(probe.control("DELETE", "/faults", "").json().path("faults")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"explode\"}",
                "{\"kind\":\"slow\"}",
                "{\"kind\":\"slow\",\"delay_ms\":\"long\"}",
                "{\"kind\":\"status\",\"code\":99}",
                "{\"kind\":\"unauthorized\",\"code\":500}",
                "{\"kind\":\"drop\",\"match\":{\"path\":\"(\"}}",
                "{\"kind\":\"drop\",\"match\":{\"host\":\"x\"}}",
                "{\"kind\":\"drop\",\"times\":0}",
                "not json"
            })
    void nonsenseIsRefusedWithAReason(String fault) {
        Probe.Answer answer = probe.control("POST", "/faults", fault);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isNotBlank();
    }
}
