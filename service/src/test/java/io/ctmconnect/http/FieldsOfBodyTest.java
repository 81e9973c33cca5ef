package io.ctmconnect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Consumer;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

class FieldsOfBodyTest {
    private static final String ID = "6655a1f0c2d3e4f5a6b7c8d9";
    private static final String NOT_A_TEXT = "name must be a text of at most 256 characters";

    private static Fields body(String json) {
        try {
            return Fields.of(JsonMapper.builder().build().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> violations(String json, Consumer<Fields> reading) {
        Fields fields = body(json);
        reading.accept(fields);
        return violationsOf(fields::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "'text'", "true", ""})
    void aBodyMustBeAnObject(String json) {
        assertThat(violationsOf(() -> body(json))).containsExactly("body must be a JSON object");
    }

    @Test
    void noBodyIsNoObject() {
        assertThat(violationsOf(() -> Fields.of((JsonNode) null))).containsExactly("body must be a JSON object");
    }

    @Test
    void aTextLosesItsSurroundingBlanks() {
        Fields fields = body("{'name': '  Dana  Whitfield '}");

        assertThat(fields.required("name")).isEqualTo("Dana  Whitfield");
        assertThat(fields.optional("name")).isEqualTo("Dana  Whitfield");
        fields.check();
    }

    @Test
    void aNumberStandsForItsDigits() {
        Fields fields = body("{'id': 482913}");

        assertThat(fields.ctmId("id")).isEqualTo("482913");
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'name': null}", "{'name': ''}", "{'name': ' \\t'}", "{'name': []}", "{'Name': 'x'}"})
    void whatIsMissingOrBlankIsNotGiven(String json) {
        assertThat(body(json).has("name")).isFalse();
        assertThat(body(json).optional("name")).isNull();
        assertThat(violations(json, fields -> fields.required("name"))).containsExactly("name must not be blank");
        assertThat(violations(json, fields -> fields.secret("name"))).containsExactly("name must not be blank");
        assertThat(violations(json, fields -> fields.objectId("name"))).containsExactly("name must not be blank");
        assertThat(violations(json, fields -> fields.ctmId("name"))).containsExactly("name must not be blank");
        assertThat(body(json).optionalCtmId("name")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "{}", "{'x': 'y'}"})
    void anotherTypeIsNoText(String value) {
        String json = "{'name': " + value + "}";

        assertThat(violations(json, fields -> fields.required("name"))).containsExactly(NOT_A_TEXT);
        assertThat(violations(json, fields -> fields.optional("name"))).containsExactly(NOT_A_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{}", "12345678", "1.5"})
    void aSecretIsTextOnly(String value) {
        assertThat(violations("{'password': " + value + "}", fields -> fields.secret("password")))
                .containsExactly("password must be a text of at most 1024 characters");
    }

    @Test
    void aSecretKeepsItsBlanks() {
        Fields fields = body("{'password': '  two words '}");

        assertThat(fields.secret("password")).isEqualTo("  two words ");
        fields.check();
    }

    @Test
    void severalValuesAreNotOne() {
        assertThat(violations("{'name': ['a', 'b']}", fields -> fields.required("name")))
                .containsExactly("name must be given once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\u0000", "\\u007fa", "a\\u0085b", "a\\n"})
    void aControlCharacterMakesATextInvalid(String text) {
        assertThat(violations("{'name': '" + text + "'}", fields -> fields.required("name")))
                .containsExactly(NOT_A_TEXT);
    }

    @Test
    void aTextIsBounded() {
        String longest = "x".repeat(256);
        assertThat(body("{'name': '" + longest + "'}").required("name")).isEqualTo(longest);
        assertThat(violations("{'name': '" + longest + "x'}", fields -> fields.required("name")))
                .containsExactly(NOT_A_TEXT);
    }

    @Test
    void aSecretIsBounded() {
        String longest = "x".repeat(1024);
        assertThat(body("{'name': '" + longest + "'}").secret("name")).isEqualTo(longest);
        assertThat(violations("{'name': '" + longest + "x'}", fields -> fields.secret("name")))
                .containsExactly("name must be a text of at most 1024 characters");
    }

    @Test
    void aPlatformIdIsReadInLowerCase() {
        Fields fields = body("{'id': '6655A1F0C2D3E4F5A6B7C8D9'}");

        assertThat(fields.objectId("id")).isEqualTo(ID);
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x'",
                "'6655a1f0c2d3e4f5a6b7c8d'",
                "'6655a1f0c2d3e4f5a6b7c8d9a'",
                "'6655a1f0c2d3e4f5a6b7c8dg'",
                "7"
            })
    void anotherTextIsNoPlatformId(String value) {
        assertThat(violations("{'id': " + value + "}", fields -> fields.objectId("id")))
                .containsExactly("id must be 24 hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'act_123456'",
                "'0'",
                "'-5'",
                "'1.5'",
                "1.5",
                "-5",
                "1e3",
                "'12/3'",
                "'1234567890123456789'",
                "'٣'"
            })
    void anotherTextIsNoIdOfCtm(String value) {
        assertThat(violations("{'id': " + value + "}", fields -> fields.ctmId("id")))
                .containsExactly("id must be a CallTrackingMetrics account id (digits only)");
    }

    @Test
    void everyViolationIsReportedOnceInTheOrderOfReading() {
        List<String> violations = violations("{'c': true, 'd': 'x'}", fields -> {
            fields.required("b");
            fields.required("c");
            fields.required("b");
            fields.objectId("d");
            fields.note("a", "must rhyme");
        });

        assertThat(violations)
                .containsExactly(
                        "b must not be blank",
                        "c must be a text of at most 256 characters",
                        "d must be 24 hexadecimal digits",
                        "a must rhyme");
    }

    @Test
    void theFirstViolationIsTheMessage() {
        Fields fields = body("{}");
        fields.required("username");
        fields.secret("password");

        ErrorBody error = ApiErrors.thrownBy(fields::check);

        assertThat(error.message()).isEqualTo("username must not be blank");
        assertThat(error.errno()).isEqualTo(400);
        assertThat(error.success()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"['a']", "[null]", "[true]", "[5]", "[{}]"})
    void aListIsNoText(String value) {
        String json = "{'name': " + value + "}";

        assertThat(violations(json, fields -> fields.required("name"))).containsExactly(NOT_A_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"['a']", "'a'", "['a','a']", "'a,'"})
    void choicesAreAListOfAnyLength(String value) {
        Fields fields = body("{'x': " + value + "}");

        assertThat(fields.choices("x", List.of("a", "b"), text -> text)).containsExactly("a");
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"['c']", "[5]", "[null]", "true", "['a','c']"})
    void whatIsNoChoiceIsRefused(String value) {
        assertThat(violations("{'x': " + value + "}", fields -> fields.choices("x", List.of("a", "b"), text -> text)))
                .containsExactly("x must be one of a, b");
    }

    @Test
    void aLineMayBeGivenBlankToSayThatThereIsNone() {
        assertThat(body("{'x': ' a b '}").line("x", 5)).isEqualTo("a b");
        assertThat(body("{'x': ' '}").line("x", 5)).isEmpty();
        assertThat(body("{'x': null}").line("x", 5)).isNull();
        assertThat(body("{}").line("x", 5)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'123456'", "true", "{}", "'a\\nb'"})
    void aLineIsBounded(String value) {
        assertThat(violations("{'x': " + value + "}", fields -> fields.line("x", 5)))
                .containsExactly("x must be a text of at most 5 characters");
    }

    @Test
    void aTextMayFollowARuleOfItsOwn() {
        assertThat(body("{'x': ' 443 '}").matching("x", "443"::equals, "must be 443"))
                .isEqualTo("443");
        assertThat(body("{'x': ''}").matching("x", "443"::equals, "must be 443"))
                .isNull();
        assertThat(violations("{'x': '44'}", fields -> fields.matching("x", "443"::equals, "must be 443")))
                .containsExactly("x must be 443");
    }

    @Test
    void aFlagIsATruthAlsoAsText() {
        Fields fields = body("{'a': true, 'b': false, 'c': 'true', 'd': null}");

        assertThat(fields.flag("a")).isTrue();
        assertThat(fields.flag("b")).isFalse();
        assertThat(fields.flag("c")).isTrue();
        assertThat(fields.flag("d")).isNull();
        assertThat(fields.flag("e")).isNull();
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'yes'", "{}", "'TRUE'"})
    void anythingElseIsNoFlag(String value) {
        assertThat(violations("{'x': " + value + "}", fields -> fields.flag("x")))
                .containsExactly("x must be true or false");
    }
}
