package io.ctmconnect.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import static io.ctmconnect.http.ApiErrors.violationsOf;
import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

class FieldsOfQueryTest {
    private static final List<String> COLOURS = List.of("red", "green", "dark-blue");

    private static Fields of(String... pairs) {
        return Fields.of(query(pairs));
    }

    private static List<String> violations(Fields fields, Consumer<Fields> reading) {
        reading.accept(fields);
        return violationsOf(fields::check);
    }

    private static List<String> colours(Fields fields) {
        return fields.choices("colour", COLOURS, Function.identity());
    }

    private static String colour(Fields fields) {
        return fields.choice("colour", "red", COLOURS, Function.identity());
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertThat(violations(of("a=1", "a=2"), fields -> fields.optional("a")))
                .containsExactly("a must be given once");
        assertThat(violations(of("a=1", "a=1"), fields -> fields.integer("a", 1, 1, 9)))
                .containsExactly("a must be given once");
        assertThat(violations(of("a=", "a=2026-01-01"), fields -> fields.day("a")))
                .containsExactly("a must be given once");
        assertThat(violations(of("colour=red", "colour=red"), FieldsOfQueryTest::colour))
                .containsExactly("colour must be given once");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,9", "' 5 ',5", "007,7"})
    void aNumberWithinItsBoundsIsTaken(String value, int expected) {
        Fields fields = of("n=" + value);

        assertThat(fields.integer("n", 3, 1, 9)).isEqualTo(expected);
        fields.check();
    }

    @Test
    void aNumberThatIsNotGivenIsTheDefault() {
        Fields fields = of("n=");

        assertThat(fields.integer("n", 3, 1, 9)).isEqualTo(3);
        assertThat(fields.integer("m", 4, 1, 9)).isEqualTo(4);
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-1", "1.0", "1e1", "x", "2147483648", "99999999999999999999", "1,2"})
    void anotherNumberIsRefused(String value) {
        assertThat(violations(of("n=" + value), fields -> fields.integer("n", 3, 1, 9)))
                .containsExactly("n must be a whole number from 1 to 9");
    }

    @Test
    void aNumberWithoutUpperBoundSaysSo() {
        assertThat(violations(of("page=0"), fields -> fields.integer("page", 1, 1, Integer.MAX_VALUE)))
                .containsExactly("page must be a whole number of at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-17", "2024-02-29", "1970-01-01", "9998-12-31", " 2026-03-17 "})
    void aDayIsReadStrictly(String value) {
        Fields fields = of("day=" + value);

        assertThat(fields.day("day")).isEqualTo(LocalDate.parse(value.strip()));
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30", "2025-02-29", "2026-2-3", "2026-03-17T00:00:00Z", "20260317", "17.03.2026", "yesterday",
                "1969-12-31", "9999-01-01", "12026-01-01", "+12026-01-01", "-2026-01-01", "2026-13-01", "2026-00-10",
                "0000-01-01", "2026-03-17,2026-03-18", "٢٠٢٦-٠٣-١٧"
            })
    void anotherDayIsRefused(String value) {
        assertThat(violations(
                        of("day=" + value),
                        fields -> assertThat(fields.day("day")).isNull()))
                .containsExactly("day must be a day written YYYY-MM-DD");
    }

    @Test
    void aDayThatIsNotGivenIsNone() {
        Fields fields = of("day= ");

        assertThat(fields.day("day")).isNull();
        assertThat(fields.day("other")).isNull();
        fields.check();
    }

    @Test
    void aChoiceIsOneOfTheWords() {
        assertThat(colour(of("colour=dark-blue"))).isEqualTo("dark-blue");
        assertThat(colour(of("colour= green "))).isEqualTo("green");
        assertThat(colour(of())).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Red", "blue", "red,green", "DARK_BLUE"})
    void anotherWordIsNoChoice(String value) {
        assertThat(violations(of("colour=" + value), FieldsOfQueryTest::colour))
                .containsExactly("colour must be one of red, green, dark-blue");
    }

    @Test
    void choicesAreRepeatedBracketedOrOneCommaList() {
        assertThat(colours(of("colour=red", "colour=green"))).containsExactly("red", "green");
        assertThat(colours(of("colour[]=red", "colour[]=green"))).containsExactly("red", "green");
        assertThat(colours(of("colour=red, green"))).containsExactly("red", "green");
        assertThat(colours(of("colour=green", "colour[]=dark-blue,red"))).containsExactly("green", "dark-blue", "red");
    }

    @Test
    void choicesDoNotRepeatThemselves() {
        assertThat(colours(of("colour=red,red", "colour[]=red"))).containsExactly("red");
    }

    @Test
    void emptyChoicesAreNone() {
        Fields fields = of("colour=,", "colour[]=");

        assertThat(colours(fields)).isEmpty();
        fields.check();
    }

    @Test
    void aWrongWordAmongChoicesIsRefusedOnce() {
        assertThat(violations(of("colour=red,pink", "colour[]=mauve"), FieldsOfQueryTest::colours))
                .containsExactly("colour must be one of red, green, dark-blue");
    }

    @Test
    void allViolationsAreReportedInTheOrderOfReading() {
        Fields fields = of("b=x", "a=y", "colour=pink", "text=\u0007");

        List<String> violations = violations(fields, reading -> {
            reading.day("b");
            reading.integer("a", 1, 1, 2);
            colour(reading);
            reading.optional("text");
            reading.ctmId("id");
        });

        assertThat(violations)
                .extracting(violation -> violation.split(" ", 2)[0])
                .containsExactly("b", "a", "colour", "text", "id");
    }
}
