package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CtmAnswersTest {
    private static final String HTML = "<html><body>Bad Gateway</body></html>";

    private static JsonNode read(int status, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return CtmAnswers.read(new CtmResponse(status, null, bytes));
    }

    private static CtmException failure(int status, String body) {
        CtmException failure = catchThrowableOfType(CtmException.class, () -> read(status, body));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void assertRejected(int status, String body, int expectedStatus, String reason) {
        assertThat(failure(status, body))
                .hasMessage(reason)
                .isInstanceOfSatisfying(
                        CtmException.Rejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(expectedStatus));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'calls': [], 'total_entries': 0}",
                "{'status': 'success', 'source': {'id': 'TSO1'}}",
                "{'status': 'active'}",
                "{'status': ['active']}",
                "{'status': 'deleted'}",
                "{'success': true, 'token': 't'}",
                "{'numbers': [], 'error': [], 'status': 'success'}",
                "{'error': null}",
                "{'error': ''}",
                "{'errors': []}",
                "{'status': 'success', 'warnings': {}}",
                "{'reason': 'for information'}"
            })
    void anAnswerIsNoError(String body) {
        assertThat(read(200, body)).isEqualTo(Json.of(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'error','reason':'+14105550177 already exists'}|+14105550177 already exists",
                "{'success':false,'message':'Invalid login'}|Invalid login",
                "{'error':'number not available'}|number not available",
                "{'error':['a','b']}|a; b",
                "{'status':'error'}|CTM reports an error without a reason",
                "{'success':false}|CTM reports an error without a reason",
                "{'status':'error','errors':['one','two']}|one; two",
                "{'error':{'position':['is not included in the list']}}|position is not included in the list"
            })
    void anErrorUnderHttp200IsRejectedAs400(String body, String reason) {
        assertRejected(200, body, 400, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'error':'per_page limit is 150'}|per_page limit is 150",
                "406|{'position':['is not included in the list']}|position is not included in the list",
                "406|{'name':['is short','is odd'],'weburl':['is bad']}|name is short; is odd; weburl is bad",
                "406|{'status':'error','reason':'number not available'}|number not available",
                "403|{'error':'Forbidden'}|Forbidden",
                "422|{}|CTM answered with HTTP 422",
                "409|not json|CTM answered with HTTP 409",
                "400|<html>Bad Request</html>|CTM answered with HTTP 400",
                "400|{'error':'<html>Bad</html>'}|CTM answered with HTTP 400",
                "400|{'reason':'two\\n  lines\\t'}|two lines"
            })
    void another4xxIsRejectedWithItsReason(int status, String body, String reason) {
        assertRejected(status, body, status, reason);
    }

    @Test
    void theReasonIsLookedForInTheOrderOfCtmsOwnClient() {
        assertRejected(400, "{'errors':['5'],'error':'4','message':'3','text':'2','reason':'1'}", 400, "1");
        assertRejected(400, "{'errors':['5'],'error':'4','message':'3','text':'2'}", 400, "2");
        assertRejected(400, "{'errors':['5'],'error':'4','message':'3'}", 400, "3");
        assertRejected(400, "{'errors':['5'],'error':'4','message':' '}", 400, "4");
        assertRejected(400, "{'errors':['5'],'error':[]}", 400, "5");
    }

    @Test
    void aLongReasonIsCut() {
        assertRejected(400, "{'reason':'" + "x".repeat(300) + "'}", 400, "x".repeat(300));
        assertRejected(400, "{'reason':'" + "x".repeat(301) + "'}", 400, "x".repeat(300) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'error','reason':'call not found'}|call not found",
                "{}|CTM answered with HTTP 404",
                "<html>|CTM answered with HTTP 404"
            })
    void http404IsNotFound(String body, String reason) {
        assertThat(failure(404, body)).isInstanceOf(CtmException.NotFound.class).hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'error':'Unauthorized'}", "", "<html>", "{'status':'success'}"})
    void http401IsUnauthorizedWhateverItsBody(String body) {
        assertThat(failure(401, body)).isInstanceOf(CtmException.Unauthorized.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599, 301, 302, 303, 304, 307, 100})
    void http5xxAndRedirectsAreUnavailable(int status) {
        assertThat(failure(status, HTML)).isInstanceOf(CtmException.Unavailable.class);
        assertThat(failure(status, "{'status':'success'}")).isInstanceOf(CtmException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HTML, "ok", "5", "'text'", "null", "true", "{'calls': [", "{\"a\":1,}", "\u0000"})
    void http200WithoutJsonIsUnavailable(String body) {
        assertThat(failure(200, body)).isInstanceOf(CtmException.Unavailable.class);
    }

    @Property(tries = 300)
    void anyAnswerIsReadOrFailsAsOneOfOurs(
            @ForAll @IntRange(min = 100, max = 599) int status, @ForAll("answers") JsonNode body) {
        CtmResponse response = new CtmResponse(status, null, body.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(catchThrowable(() -> CtmAnswers.read(response)))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        failure -> assertThat(failure)
                                .isInstanceOf(CtmException.class)
                                .message()
                                .isNotBlank()
                                .hasSizeLessThan(400)
                                .doesNotContain("\n"));
    }

    @Provide
    Arbitrary<JsonNode> answers() {
        return AnyJson.objects(List.of("status", "success", "reason", "text", "message", "error", "errors", "name"));
    }
}
