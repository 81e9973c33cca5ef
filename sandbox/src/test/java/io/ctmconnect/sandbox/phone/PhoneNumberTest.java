package io.ctmconnect.sandbox.phone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+12025550143, '', +12025550143",
        "2025550143, US, +12025550143",
        "(202) 555-0143, us, +12025550143",
        "1 202 555 0143, US, +12025550143",
        "4165553333, CA, +14165553333",
        "020 7946 0123, GB, +442079460123",
        "+44 20 7946 0123, US, +442079460123"
    })
    void nationalAndInternationalSpellingsAreRead(String text, String country, String e164) {
        assertThat(PhoneNumber.read(text, country)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @CsvSource({"202555014, US", "+1202555014, US", "1025550143, US", "words, US", "'', US", "+123, GB", "12, GB"})
    void whatCannotBeDialledIsNone(String text, String country) {
        assertThat(PhoneNumber.read(text, country)).isEmpty();
    }

    @Test
    void anAmericanNumberHasFourParts() {
        PhoneNumber number = new PhoneNumber("+12025550143");

        assertThat(number.display()).isEqualTo("(202) 555-0143");
        assertThat(number.split()).containsExactly("1", "202", "555", "0143");
        assertThat(number.bare()).isEqualTo("2025550143");
    }

    @Test
    void anotherCountrysNumberHasTwo() {
        PhoneNumber number = new PhoneNumber("+442079460123");

        assertThat(number.display()).isEqualTo("+44 2079460123");
        assertThat(number.split()).containsExactly("44", "2079460123");
        assertThat(number.countryCode()).isEqualTo("44");
    }
}
