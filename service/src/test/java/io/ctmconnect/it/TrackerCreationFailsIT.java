package io.ctmconnect.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.ctmconnect.it.Api.Reply;
import io.ctmconnect.it.World.Connected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A creation that fails at each of its steps leaves nothing behind, or says exactly what. */
class TrackerCreationFailsIT extends InSharedWorld {
    private static final String TRACKERS = "/accounts/482913/trackers";

    /** Each step by what fits its path at CTM. */
    enum Step {
        BUY("/numbers$"),
        CREATE("/sources$"),
        ATTACH("/add$"),
        ROUTE("/update_number$");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    /** The ways to fail, each with the status of our answer. */
    private static final Map<String, Integer> FAILURES = Map.of(
            "'kind':'status','code':406,'body':{'status':'error','reason':'not today'}", 406,
            "'kind':'rate_limit','retry_after':1", 429,
            "'kind':'status','code':500", 502,
            "'kind':'status','code':500,'after_work':true", 502,
            "'kind':'drop'", 502,
            "'kind':'drop','after_work':true", 502,
            "'kind':'slow','delay_ms':60000", 504);

    private final Switchboard ctm = Switchboard.of(WORLD, "482913");
    private Connected connected = WORLD.connect();

    @BeforeEach
    void connect() {
        connected = WORLD.connect();
    }

    private static void fault(String fault, String method, String path, int times) {
        WORLD.control.fault("{%s,'match':{'method':'%s','path':'%s'},'times':%d}"
                .formatted(fault, method, path, times)
                .replace('\'', '"'));
    }

    private Reply create(String body) {
        WORLD.control.forget();
        return connected.post(TRACKERS, body.replace('\'', '"'));
    }

    private String withNumber(String name) {
        return "{'name':'Spring','number_id':'%s','destination':'+14105550199'}"
                .formatted(ctm.number(name).path("id").asText());
    }

    private String withPurchase() {
        return "{'name':'Spring','phone_number':'%s','confirm_purchase':true,'destination':'+14105550199'}"
                .formatted(ctm.offer());
    }

    private static List<String> states(Reply reply) {
        return reply.json().path("stands").findValuesAsText("state");
    }

    static Stream<Arguments> stepsThatFail() {
        return Stream.of(Step.CREATE, Step.ATTACH, Step.ROUTE)
                .flatMap(step -> FAILURES.entrySet().stream()
                        .map(failure -> Arguments.of(step, failure.getKey(), failure.getValue())));
    }

    @ParameterizedTest
    @MethodSource("stepsThatFail")
    void aNumberIsAsItWasWhicheverStepFails(Step step, String failure, int status) {
        for (String number : List.of("Office menu", "Spare line")) {
            Switchboard.State before = ctm.state();
            fault(failure, "POST", step.path, 1);

            Reply reply = create(withNumber(number));

            assertThat(reply.status()).as(reply.text()).isEqualTo(status);
            assertThat(reply.json().has("stands")).as(reply.text()).isFalse();
            assertThat(ctm.state()).isEqualTo(before);
            assertWrittenOnce(step.path);
            WORLD.control.reset();
        }
    }

    private static void assertWrittenOnce(String path) {
        long writes = WORLD.control.seen("/accounts/482913").stream()
                .filter(entry -> "POST".equals(entry.path("method").asText()))
                .filter(entry -> entry.path("path").asText().matches(".*" + path))
                .count();
        long returns = path.contains("sources") ? 0 : 1;
        assertThat(writes).isBetween(1L, 1 + returns);
    }

    static Stream<Arguments> stepsOfAPurchaseThatFail() {
        return Stream.of(Step.values())
                .flatMap(step -> FAILURES.entrySet().stream()
                        .map(failure -> Arguments.of(step, failure.getKey(), failure.getValue())));
    }

    @ParameterizedTest
    @MethodSource("stepsOfAPurchaseThatFail")
    void aBoughtNumberIsReleasedWhicheverStepFails(Step step, String failure, int status) {
        Switchboard.State before = ctm.state();
        fault(failure, "POST", step.path, 1);

        Reply reply = create(withPurchase());

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().has("stands")).as(reply.text()).isFalse();
        assertThat(ctm.state()).isEqualTo(before);
    }

    @Test
    void ctmsReasonIsTheMessage() {
        fault("'kind':'status','code':406,'body':{'status':'error','reason':'not today'}", "POST", "/add$", 1);

        Reply reply = create(withNumber("Spare line"));

        assertThat(reply.code()).isEqualTo("CTM_REJECTED");
        assertThat(reply.json().path("message").asText()).isEqualTo("not today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'kind':'status','code':500", "'kind':'error_200','reason':'in use'", "'kind':'drop'"})
    void whatCannotBeUndoneIsToldExactly(String failure) {
        fault("'kind':'error_200','reason':'not today'", "POST", "/update_number$", 1);
        fault(failure, "DELETE", "/(sources|numbers)/", 2);

        Reply reply = create(withPurchase());

        JsonNode stands = reply.json().path("stands");
        String source = ctm.source("Spring").path("id").asText();
        assertThat(states(reply)).containsExactly("bought", "created", "attached");
        assertThat(stands.findValuesAsText("type")).containsExactly("number", "source", "number");
        assertThat(stands.path(1).path("id").asText()).isEqualTo(source);
        JsonNode number = ctm.numberById(stands.path(0).path("id").asText());
        assertThat(number.at("/source/id").asText()).isEqualTo(source);
        assertThat(reply.json().path("message").asText())
                .startsWith("not today; what stands: the number +1443")
                .contains(source);
    }

    @Test
    void anUndoingThatIsNotAnsweredIsLookedAt() {
        Switchboard.State before = ctm.state();
        fault("'kind':'error_200','reason':'not today'", "POST", "/update_number$", 1);
        fault("'kind':'drop','after_work':true", "DELETE", "", 2);

        Reply reply = create(withPurchase());

        assertThat(reply.json().has("stands")).as(reply.text()).isFalse();
        assertThat(ctm.state()).isEqualTo(before);
        assertThat(WORLD.control.seen("/accounts/482913").stream()
                        .filter(entry -> "DELETE".equals(entry.path("method").asText())))
                .as("each undoing is tried once")
                .hasSize(2);
    }

    @Test
    void aNumberThatCannotGoBackIsTold() {
        JsonNode number = ctm.number("Office menu");
        fault("'kind':'error_200','reason':'not today'", "POST", "/update_number$", 1);
        String back = "/sources/" + number.at("/source/id").asText() + "/numbers/";
        fault("'kind':'status','code':403", "POST", back, 1);

        Reply reply = create(withNumber("Office menu"));

        assertThat(states(reply)).containsExactly("attached");
        assertThat(reply.json().at("/stands/0/detail").asText())
                .contains("has no source", number.at("/source/id").asText());
        assertThat(ctm.numberById(number.path("id").asText()).path("source").isNull())
                .isTrue();
    }

    @Test
    void aCtmThatIsGoneAfterAStepIsToldAsUnknown() {
        fault("'kind':'slow','delay_ms':0", "GET", "/sources$", 1); // the look before the first write
        fault("'kind':'status','code':503", "GET", "/sources$", 1_000);
        fault("'kind':'drop','after_work':true", "POST", "/sources$", 1);

        Reply reply = create(withNumber("Spare line"));

        assertThat(reply.status()).isEqualTo(502);
        assertThat(states(reply)).containsExactly("unknown");
        assertThat(reply.json().at("/stands/0/id").isNull()).isTrue();
        assertThat(reply.json().path("message").asText()).contains("a source named \"Spring\" may have been created");
    }

    @Test
    void aNumberThatCannotBeLookedAtIsToldAsUnknown() {
        fault("'kind':'slow','delay_ms':0", "GET", "/numbers/TPN", 1);
        fault("'kind':'status','code':503", "GET", "/numbers/TPN", 1_000);
        fault("'kind':'status','code':500,'after_work':true", "POST", "/add$", 1);

        Reply reply = create(withNumber("Office menu"));

        assertThat(states(reply)).containsExactly("unknown");
        assertThat(reply.json().at("/stands/0/type").asText()).isEqualTo("number");
        assertThat(reply.json().at("/stands/0/detail").asText()).contains("may have been attached");
    }

    @Test
    void aRefusedLoginInTheMiddleIsTold() {
        fault("'kind':'unauthorized'", "POST", "/add$", 1_000);
        fault("'kind':'unauthorized'", "DELETE", "", 1_000);

        Reply reply = create(withNumber("Spare line"));

        assertThat(reply.code()).isEqualTo("TOKEN_INVALIDATED");
        assertThat(states(reply)).containsExactly("created");
        assertThat(reply.json().at("/stands/0/id").asText())
                .isEqualTo(ctm.source("Spring").path("id").asText());
    }

    @Test
    void keysThatWereRotatedInTheMiddleAreRenewed() {
        fault("'kind':'unauthorized'", "POST", "/add$", 1);

        Reply reply = create(withNumber("Spare line"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(ctm.number("Spare line").at("/source/name").asText()).isEqualTo("Spring");
    }

    @Test
    void sourcesOfTheSameNameAreLeftAlone() {
        create("{'name':'Spring'}");
        Switchboard.State before = ctm.state();
        fault("'kind':'drop','after_work':true", "POST", "/sources$", 1);

        Reply reply = create("{'name':'Spring'}");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(ctm.state()).isEqualTo(before);
    }
}
