package io.ctmconnect.http;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import static io.ctmconnect.http.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class FieldsPropertiesTest {
    @Property
    void aTextIsADayOnlyWhenItIsWrittenAsOne(@ForAll("nearDays") String text) {
        Fields fields = Fields.of(query("day=" + text));

        LocalDate day = fields.day("day");

        if (day != null) {
            assertThat(day.toString()).isEqualTo(text.strip());
            fields.check();
        } else if (!text.isBlank()) {
            assertThat(ApiErrors.violationsOf(fields::check)).containsExactly("day must be a day written YYYY-MM-DD");
        }
    }

    @Property
    void everyDayIsRead(@ForAll("days") LocalDate day) {
        assertThat(Fields.of(query("day=" + day)).day("day")).isEqualTo(day);
    }

    @Property
    void everyNumberWithinItsBoundsIsRead(@ForAll @IntRange(min = -50, max = 50) int number) {
        Fields fields = Fields.of(query("n=" + number));

        assertThat(fields.integer("n", 0, -50, 50)).isEqualTo(number);
        fields.check();
    }

    @Property
    void anyTextIsReadOrRefusedWithoutAnotherException(@ForAll String text) {
        Fields fields = Fields.of(query("x=" + text));
        fields.optional("x");
        fields.required("x");
        fields.secret("x");
        fields.objectId("x");
        fields.optionalCtmId("x");
        fields.integer("x", 1, 1, 2);
        fields.day("x");
        fields.flag("x");
        fields.line("x", 9);
        fields.matching("x", "a"::equals, "must be a");
        fields.choice("x", "a", List.of("a"), Function.identity());
        fields.choices("x", List.of("a"), Function.identity());

        assertThat(ApiErrors.violationsOf(fields::check)).isNotEmpty();
    }

    @Property
    void anOptionalTextIsALineOrRefused(@ForAll String text) {
        Fields fields = Fields.of(query("x=" + text));

        String read = fields.optional("x");

        if (read == null) {
            assertThat(text.isBlank() || text.length() > 256 || text.chars().anyMatch(FieldsPropertiesTest::isRefused))
                    .isTrue();
        } else {
            assertThat(read).isEqualTo(text.strip());
            assertThatCode(fields::check).doesNotThrowAnyException();
        }
    }

    private static boolean isRefused(int character) {
        return Character.isISOControl(character) || character == '\uFFFF';
    }

    @Provide
    Arbitrary<String> nearDays() {
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789-+T/ ").ofMaxLength(14);
        Arbitrary<String> dates = Arbitraries.integers()
                .between(0, 13)
                .flatMap(month ->
                        Arbitraries.integers().between(0, 32).map(day -> String.format("2026-%02d-%02d", month, day)));
        return Arbitraries.oneOf(digits, dates, Arbitraries.strings().ofMaxLength(12));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1970, 1, 1), LocalDate.of(9998, 12, 31));
    }
}
