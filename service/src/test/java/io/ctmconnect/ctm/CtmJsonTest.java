package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CtmJsonTest {
    private static CtmJson x(String value) {
        return new CtmJson(Json.of("{'x': " + value + "}"));
    }

    @ParameterizedTest
    @CsvSource({"'\"active\"',active", "7,7", "1.5,1.5", "true,true", "'[\"active\"]',active", "'[7,8]',7"})
    void aScalarIsTextAndAnArrayIsItsFirst(String json, String expected) {
        assertThat(x(json).text("x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "' '", "{}", "[]", "[null]", "[[1]]", "[{}]"})
    void whatHasNoTextIsNull(String json) {
        assertThat(x(json).text("x")).isNull();
        assertThat(x(json).flag("x")).isNull();
        assertThat(x(json).number("x")).isNull();
    }

    @Test
    void whatIsAbsentIsNull() {
        CtmJson nothing = new CtmJson(Json.of("{}"));

        assertThat(nothing.text("x")).isNull();
        assertThat(nothing.number("x")).isNull();
        assertThat(nothing.flag("x")).isNull();
        assertThat(nothing.texts("x")).isEmpty();
        assertThat(nothing.object("x").text("y")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "214,214",
        "'\"214\"',214",
        "'\" 214 \"',214",
        "'[214]',214",
        "1.9,1",
        "'\"1.5\"',1",
        "-3,-3",
        "0,0",
        "'\"24.16\"',24",
        "1e3,1000",
        "'\"1e3\"',1000",
        "9223372036854775807,9223372036854775807"
    })
    void aNumberMayBeAString(String json, long expected) {
        assertThat(x(json).number("x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'soon'", "'12 s'", "'0x5'", "true", "'NaN'", "'$5'", "'1,5'"})
    void whatIsNoNumberIsNull(String json) {
        assertThat(x(json).number("x")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "'1'", "'true'", "'True'", "[true]"})
    void aTruthIsWrittenInManyWays(String json) {
        assertThat(x(json).flag("x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "'0'", "'false'", "'no'", "2"})
    void anythingElseIsFalse(String json) {
        assertThat(x(json).flag("x")).isFalse();
    }

    @Test
    void aListMayBeASingleValue() {
        assertThat(x("['a', 'b', '', null, {}, 3]").texts("x")).containsExactly("a", "b", "3");
        assertThat(x("'a'").texts("x")).containsExactly("a");
        assertThat(x("null").texts("x")).isEmpty();
        assertThat(x("''").texts("x")).isEmpty();
        assertThat(x("{'a': 'b'}").texts("x")).isEmpty();
    }

    @Test
    void theFirstFieldWithATextCounts() {
        CtmJson fields = new CtmJson(Json.of("{'a': null, 'b': ' ', 'c': 'third', 'd': 'fourth'}"));

        assertThat(fields.firstText("a", "b", "c", "d")).isEqualTo("third");
        assertThat(fields.firstText("a", "b")).isNull();
    }

    @Test
    void whatIsNoObjectHasNoFields() {
        assertThat(x("{'y': 'z'}").object("x").text("y")).isEqualTo("z");
        assertThat(x("'text'").object("x").text("y")).isNull();
        assertThat(x("['y']").object("x").text("y")).isNull();
        assertThat(x("null").object("x").number("y")).isNull();
    }

    @Property
    void noValueMakesAnException(@ForAll("objects") JsonNode json) {
        CtmJson fields = new CtmJson(json);
        String text = fields.text("x");

        assertThat(fields.flag("x") == null).isEqualTo(text == null);
        assertThat(fields.texts("x")).noneMatch(String::isBlank);
        assertThat(text == null || !text.isBlank()).isTrue();
        assertThat(fields.number("x") == null || text != null).isTrue();
        assertThat(fields.object("x").text("name"))
                .satisfiesAnyOf(
                        name -> assertThat(name).isNull(),
                        name -> assertThat(name).isNotBlank());
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return AnyJson.objects(List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "'9223372036854775808'", "1e30", "'1e30'"})
    void aNumberThatIsTooLargeIsNone(String json) {
        assertThat(x(json).number("x")).isNull();
    }
}
